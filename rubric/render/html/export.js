// The files that are handed in: one row, or one object, for each item.
const columns = ['framework', 'version', 'fingerprint', ...heads, 'item', 'rating', 'comment']

// sheet is the form as a value: who, whom, when, and the ratings in the form's
// order. Notes on the whole are the comment of an entry without an item.
function sheet() {
  const out = { framework: data.framework, version: data.version, fingerprint: data.fingerprint }
  for (const name of heads) out[name] = textOf(field(name))
  out.ratings = rows.map(row => {
    const entry = { item: row.item, rating: ratingOf(row) }
    if (textOf(row.remark)) entry.comment = textOf(row.remark)
    return entry
  })
  if (textOf(field('notes'))) out.ratings.push({ comment: textOf(field('notes')) })
  return out
}

const toJSON = () => JSON.stringify(sheet(), null, 2) + '\n'

// toCSV begins with a byte order mark, by which spreadsheets know the encoding.
function toCSV() {
  const { ratings, ...who } = sheet()
  const lines = [columns, ...ratings.map(entry => columns.map(name => ({ ...who, ...entry })[name] ?? ''))]
  return '\ufeff' + lines.map(line => line.map(cell).join(',') + '\r\n').join('')
}

// cell writes a cell. One that a spreadsheet would calculate has an apostrophe
// before it, and so has one that looks as if it had one; numbers need none.
function cell(text) {
  const isNumber = /^-?\d+([.,]\d+)?$/.test(text)
  if (/^'*[=+\-@\t\r]/.test(text) && !isNumber) text = "'" + text
  return /[",;\t\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text
}

// fileName is made of the framework, the name and the date: cambridge-okafor-ada-2026-03-01.
function fileName(extension) {
  const parts = [data.framework, textOf(field('ratee')), textOf(field('occasion'))]
  const plain = parts.map(part => part.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, ''))
  return plain.filter(part => part).join('-').slice(0, 120) + '.' + extension
}

// hand gives a file to the person, as a download.
function hand(text, type, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}
