// The filter: rows stay whose standing is ticked and whose text has the words.
const filter = document.getElementById('filter')
const words = document.getElementById('words')
const boxes = [...filter.querySelectorAll('input[type=checkbox]')]
const rows = [...document.querySelectorAll('tr[data-stands]')]
const count = document.getElementById('count')

function apply () {
  const stands = new Set(boxes.filter(b => b.checked).map(b => b.value))
  const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean)
  let shown = 0
  for (const row of rows) {
    const text = row.textContent.toLowerCase()
    row.hidden = !stands.has(row.dataset.stands) || !asked.every(w => text.includes(w))
    if (!row.hidden) shown++
  }
  for (const body of document.querySelectorAll('.pairs tbody')) {
    const own = [...body.querySelectorAll('tr[data-stands]')]
    body.hidden = own.length > 0 && own.every(row => row.hidden)
  }
  count.textContent = shown + ' of ' + rows.length + ' rows'
}

filter.addEventListener('input', apply)
filter.hidden = false
apply()
