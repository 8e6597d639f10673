// How the page answers to the person.
const say = (pattern, ...words) => words.reduce((text, word) => text.replace('%s', () => word), pattern)
const onlyBoxes = rows.every(row => row.box)
let unsaved = false // something is filled in that is neither kept nor downloaded

function status(text, wrong) {
  element('status').textContent = text
  element('status').classList.toggle('wrong', Boolean(wrong))
}

function progress() {
  const done = rows.filter(row => ratingOf(row) !== '').length
  element('progress').max = rows.length
  element('progress').value = done
  element('count').textContent = say(onlyBoxes ? data.words.tickedOf : data.words.ratedOf, done, rows.length)
}

// settle follows each change: what is filled in is kept after a moment.
let timer
function settle() {
  progress()
  unsaved = true
  clearTimeout(timer)
  timer = setTimeout(store, 300)
}

function store() {
  clearTimeout(timer)
  if (!unsaved) return
  unsaved = !keep()
  if (unsaved) element('kept').textContent = data.words.unkept
}

function fill(control) {
  show(control)
  const row = rowOf.get(control.name)
  if (!row) return
  clearMarks(row) // points say more than a level
  status(pointsFit(row) ? '' : say(data.words.pointsWrong, row.points.label), true)
}

// mark makes a mark the only one of its row: levels and null states exclude each
// other, boxes too, and so do points.
function mark(control, at) {
  const row = rowOf.get(control.name)
  row.chosen = { control, at }
  if (control.checked) clearMarks(row, control)
  if (row.number) {
    row.number.value = ''
    show(row.number)
  }
}

// again takes a choice back that was there before, and is made once more; the
// second click of two in a row is no such thing.
function again(control, at) {
  const { chosen } = rowOf.get(control.name)
  if (chosen?.control === control && at - chosen.at > 500) takeBack(control)
}

function takeBack(control) {
  const row = rowOf.get(control.name)
  clearMarks(row)
  row.chosen = null
  settle()
}

function next() {
  const open = rows.filter(row => !row.box && ratingOf(row) === '')
  const here = rows.indexOf(rowOf.get(document.activeElement.name))
  const row = open.find(row => rows.indexOf(row) > here) ?? open[0]
  if (!row) return
  row.marks[0].focus()
  row.marks[0].closest('fieldset').scrollIntoView({ block: 'center' })
}

function download(text, type, extension) {
  const ratee = field('ratee')
  const named = textOf(ratee) !== ''
  ratee.setAttribute('aria-invalid', String(!named))
  if (!named) {
    status(data.words.nameFirst, true)
    ratee.focus()
    return
  }
  hand(text, type, fileName(extension))
  store()
  unsaved = false
  status(say(data.words.saved, fileName(extension)))
}

function clear() {
  form.reset()
  refresh()
  settle()
  store()
  element('question').close()
  status(data.words.cleared)
  field('ratee').focus()
}

// refresh follows when the fields were filled in by the page itself.
function refresh() {
  for (const control of written) show(control)
  for (const row of rows) row.chosen = { control: marked(row), at: -Infinity }
}

const actions = {
  'next-row': next,
  'save-csv': () => download(toCSV(), 'text/csv', 'csv'),
  'save-json': () => download(toJSON(), 'application/json', 'json'),
  'print-form': () => window.print(),
  'ask-clear': () => element('question').showModal(),
  'keep-form': () => element('question').close(),
  'clear-form': clear,
}

// start makes the page one to fill in. The header of a table stands below the bar,
// whose height depends on the width.
function start() {
  recall()
  refresh()
  document.body.classList.add('live')
  element('bar').hidden = element('help').hidden = false
  element('next-row').hidden = onlyBoxes
  progress()
  if (!keep()) element('kept').textContent = data.words.unkept
  for (const [id, act] of Object.entries(actions)) element(id).addEventListener('click', act)
  const style = new CSSStyleSheet()
  document.adoptedStyleSheets = [style]
  new ResizeObserver(() => style.replaceSync(`:root { --bar: ${element('bar').offsetHeight}px }`)).observe(element('bar'))
}

form.addEventListener('input', event => {
  const control = event.target
  if (control.type === 'radio' || control.type === 'checkbox') mark(control, event.timeStamp)
  else fill(control)
  settle()
})
form.addEventListener('click', event => {
  if (event.target.type === 'radio') again(event.target, event.timeStamp)
})
form.addEventListener('keydown', event => {
  if (event.target.type !== 'radio' || event.key !== 'Delete' && event.key !== 'Backspace') return
  event.preventDefault()
  takeBack(event.target)
})
form.addEventListener('submit', event => event.preventDefault())
addEventListener('pagehide', store)
addEventListener('beforeunload', event => { if (unsaved && !keep()) event.preventDefault() })
start()
