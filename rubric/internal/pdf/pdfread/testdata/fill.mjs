// Fills in blank.pdf as fill.py does: node fill.mjs pdfjs|pdf-lib IN.pdf OUT.pdf
// NODE_MODULES names the folder with pdfjs-dist and pdf-lib in it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.NODE_MODULES + '/x.js');
const [engine, source, target] = process.argv.slice(2);
const name = 'Okafor, "Ada" (Größe)', notes = 'first – \\ line\nsecond = 1+1';
const data = new Uint8Array(fs.readFileSync(source));

if (engine === 'pdfjs') {
  const pdfjs = await import(pathToFileURL(require.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
  const document = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
  for (const field of await (await document.getPage(1)).getAnnotations()) {
    const value = { rate: field.buttonValue === '2', box: true, name, notes }[field.fieldName];
    document.annotationStorage.setValue(field.id, { value });
  }
  fs.writeFileSync(target, await document.saveDocument());
  process.exit(0);
}
const { PDFDocument } = require('pdf-lib');
const document = await PDFDocument.load(data);
const form = document.getForm();
form.getRadioGroup('rate').select('2');
form.getCheckBox('box').check();
form.getTextField('name').setText(name);
form.getTextField('notes').setText(notes);
fs.writeFileSync(target, await document.save());
