// Fills in forms with an engine, as fill.py does: node fill.mjs pdfjs|pdf-lib FORM.pdf…
// $TOOLS names the folder in which the engines are installed.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.env.TOOLS, 'x.js'))

async function pdfjs(data, { marks, texts }) {
  const { getDocument } = await import(pathToFileURL(require.resolve('pdfjs-dist/legacy/build/pdf.mjs')))
  const document = await getDocument({ data, verbosity: 0 }).promise
  for (let n = 1; n <= document.numPages; n++) {
    for (const field of await (await document.getPage(n)).getAnnotations()) {
      const { id, fieldName } = field
      const state = field.buttonValue ?? field.exportValue
      if (fieldName in texts) document.annotationStorage.setValue(id, { value: texts[fieldName] })
      if (fieldName in marks) document.annotationStorage.setValue(id, { value: marks[fieldName] === state })
    }
  }
  return document.saveDocument()
}

// mark marks a state of a button's field: a box that has several buttons is none
// that pdf-lib knows, so its dictionaries are changed.
function mark(field, state, { PDFName, PDFRadioGroup }) {
  if (field instanceof PDFRadioGroup) return field.select(state)
  const on = PDFName.of(state)
  field.acroField.dict.set(PDFName.of('V'), on)
  for (const widget of field.acroField.getWidgets()) {
    widget.setAppearanceState(widget.getOnValue() === on ? on : PDFName.of('Off'))
  }
}

async function pdfLib(data, { marks, texts }) {
  const library = require('pdf-lib')
  const document = await library.PDFDocument.load(data)
  const form = document.getForm()
  for (const [name, state] of Object.entries(marks)) mark(form.getField(name), state, library)
  for (const [name, text] of Object.entries(texts)) form.getTextField(name).setText(text)
  // Its own font draws Latin letters only; with others, viewers draw the fields.
  return document.save().catch(() => document.save({ updateFieldAppearances: false }))
}

const [engine, ...forms] = process.argv.slice(2)
const fill = { pdfjs, 'pdf-lib': pdfLib }[engine]
for (const form of forms) {
  const stem = form.replace(/\.pdf$/, '')
  const plan = JSON.parse(fs.readFileSync(stem + '.json', 'utf8'))
  fs.writeFileSync(`${stem}.${engine}.pdf`, await fill(new Uint8Array(fs.readFileSync(form)), plan))
}
process.exit(0)
