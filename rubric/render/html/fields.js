// The fields of the form, and what is filled in.
const element = id => document.getElementById(id)
const data = JSON.parse(element('data').textContent)
const form = document.querySelector('form')
const heads = ['ratee', 'rater', 'group', 'occasion']

// Each row with its controls; some have no field for points or for a comment.
const rows = data.rows.map(row => ({ ...row, marks: [] }))
const rowOf = new Map()
for (const row of rows) {
  rowOf.set(row.rate, row)
  if (row.points) rowOf.set(row.points.field, row)
}
const written = [] // controls that take text
for (const control of form.querySelectorAll('input, textarea')) {
  const row = rowOf.get(control.name)
  if (control.type === 'radio' || control.type === 'checkbox') row.marks.push(control)
  else written.push(control)
}
const field = name => written.find(control => control.name === name)
for (const row of rows) {
  if (row.points) row.number = field(row.points.field)
  if (row.comment) row.remark = field(row.comment)
}

const textOf = control => control ? control.value.trim() : ''
const marked = row => row.marks.find(mark => mark.checked)

// ratingOf is what a ratings file says for the row: its points, or what is
// marked; '' where nothing is.
const ratingOf = row => textOf(row.number) || (marked(row)?.value ?? '')

// clearMarks takes back what is marked in a row, except one mark.
function clearMarks(row, except) {
  for (const mark of row.marks) if (mark !== except) mark.checked = false
}

// pointsFit tells whether the points of a row are a value of its scale.
function pointsFit(row) {
  const text = textOf(row.number).replace(',', '.')
  if (text === '') return true
  if (!/^-?\d+(\.\d+)?$/.test(text)) return false
  const steps = (text - row.points.from) / row.points.step
  return +text >= +row.points.from && +text <= +row.points.to && Math.abs(steps - Math.round(steps)) < 1e-9
}

// show repeats what a field holds beside it, for paper, and says whether points
// are wrong.
function show(control) {
  const label = control.parentElement
  if (control.type !== 'date' && control.value !== '') label.dataset.value = control.value
  else delete label.dataset.value
  label.classList.toggle('lengthy', control.value.length > 800)
  const row = rowOf.get(control.name)
  if (row) control.setAttribute('aria-invalid', String(!pointsFit(row)))
}
