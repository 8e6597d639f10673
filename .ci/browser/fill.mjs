// Fills forms in as a person does, by clicking and typing, and compares what the
// page hands out, and what rubric score makes of it, with what was clicked.
// usage: node fill.mjs RUBRIC PAGES FRAMEWORK…     PAGES has FRAMEWORK-LAYOUT.html
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { launch, open } from './chromium.mjs'
import { cells } from './csv.mjs'

const [rubric, pages, ...frameworks] = process.argv.slice(2)
const run = (...args) => JSON.parse(execFileSync(rubric, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))

// The same numbers in each run.
let seed = 1
const random = n => (seed = (seed * 48271) % 2147483647) % n

const remarks = ['', '', 'plain', 'she said "so", and left; then', 'two\nlines', '=1+1', '-', '@home', "'=1", 'Größe, naïve, 评价, 👍', '</script><b>']
const head = { ratee: '=Okafor, "Ada"', rater: 'Noor <b>', group: 'peer', occasion: '2026-03-01' }
const notes = 'On the whole:\n=good'

// values are what the levels of each rated item are worth, and its level for a blank.
function values(framework) {
  const out = {}
  const visit = (items, scale) => {
    for (const item of items) {
      const own = item.scale?.levels ? item.scale : scale
      out[item.code] = { levels: Object.fromEntries((own?.levels ?? []).map(level => [level.code, Number(level.value)])), blank: own?.blank }
      visit(item.items ?? [], own)
    }
  }
  visit(framework.items, framework.scale)
  return out
}

const mark = (page, row, cell) => page.locator(`input[name=${row.rate}][value=${JSON.stringify(cell)}]`)
// click clicks where a control is: often its label lies above it.
const click = control => control.click({ force: true })

// fill clicks and types, and returns what: {item: {rating, comment}}.
async function fill(page, rows) {
  const out = {}
  for (const row of rows) {
    const offered = await page.locator(`input[name=${row.rate}]`).evaluateAll(inputs => inputs.map(input => input.value))
    const cell = [...offered, ''][random(offered.length + 1)]
    const comment = remarks[random(remarks.length)]
    if (cell) await click(mark(page, row, cell))
    if (comment) await page.locator(`[name=${row.comment}]`).fill(comment)
    out[row.item] = { rating: cell, comment }
  }
  for (const [name, text] of Object.entries({ ...head, notes })) await page.locator(`[name=${name}]`).fill(text)
  return out
}

async function download(page, id) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#' + id).click()])
  return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), 'utf8') }
}

// entries are the rows of a download, in order, as fill returns them.
const entries = list => Object.fromEntries(list.filter(e => e.item).map(e => [e.item, { rating: e.rating, comment: e.comment ?? '' }]))

// shown is a text as the CSV has it: nothing that a spreadsheet would calculate.
const shown = text => /^'*[=+\-@\t\r]/.test(text) ? "'" + text : text

function checkCSV(text, data, filled) {
  assert.ok(text.startsWith('\ufeff'), 'the CSV has no byte order mark')
  const [names, ...lines] = cells(text.slice(1))
  const list = lines.map(line => Object.fromEntries(names.map((name, i) => [name, line[i]])))
  const want = Object.fromEntries(Object.entries(filled).map(([item, e]) => [item, { rating: e.rating, comment: shown(e.comment) }]))
  assert.deepEqual(entries(list), want)
  assert.deepEqual(Object.keys(entries(list)), data.rows.map(row => row.item))
  assert.equal(list.at(-1).comment, notes)
  for (const line of list) {
    for (const name of ['framework', 'version', 'fingerprint']) assert.equal(line[name], data[name])
    for (const name of Object.keys(head)) assert.equal(line[name], shown(head[name]))
  }
}

function checkJSON(text, data, filled) {
  const { ratings, ...who } = JSON.parse(text)
  assert.deepEqual(entries(ratings), filled)
  assert.deepEqual(ratings.at(-1), { comment: notes })
  assert.deepEqual(who, { framework: data.framework, version: data.version, fingerprint: data.fingerprint, ...head })
}

// checkScores compares the scores of the items with the levels that were clicked.
function checkScores(framework, file, filled) {
  const worth = values(run('show', framework, '--format', 'json'))
  const got = run('score', framework, file, '--format', 'json')
  assert.deepEqual(got.rejects, [])
  const any = Object.values(filled).some(e => e.rating)
  for (const row of got.scores.filter(row => filled[row.item])) {
    const { levels, blank } = worth[row.item]
    const want = levels[filled[row.item].rating] ?? (any && !filled[row.item].rating ? levels[blank] : undefined)
    assert.equal(row.n_rated, want === undefined ? 0 : 1, `${row.item} in ${file}`)
    if (want !== undefined) assert.equal(Number(row.score), want, `${row.item} in ${file}`)
    assert.equal(row.ratee, head.ratee)
  }
  const comments = Object.values(filled).filter(e => e.comment).length + 1
  assert.equal(got.comments.length, comments)
}

// state is what all fields hold.
const state = page => page.evaluate(() => [...document.querySelectorAll('input, textarea')].map(c => c.matches('[type=radio], [type=checkbox]') ? c.checked : c.value))

// checkKeeping reloads the page, and clears it.
async function checkKeeping(page) {
  const before = await state(page)
  await page.waitForTimeout(400)
  await page.reload()
  assert.deepEqual(await state(page), before, 'the browser has not kept the form')
  await page.locator('#ask-clear').click()
  await page.locator('#keep-form').click()
  assert.deepEqual(await state(page), before, 'the form was cleared unasked')
  await page.locator('#ask-clear').click()
  await page.locator('#clear-form').click()
  await page.reload()
  assert.ok((await state(page)).every(value => !value), 'the form was not cleared')
}

// checkChoice takes choices back: by a second click, by a key; and a form without a
// name is not handed out.
async function checkChoice(page, rows) {
  const row = rows.find(row => !row.box)
  await page.locator('#save-csv').click()
  assert.match(await page.locator('#status').textContent(), /Nothing was downloaded/)
  assert.equal(await page.evaluate(() => document.activeElement.name), 'ratee')
  if (!row) return
  const first = page.locator(`input[name=${row.rate}]`).first()
  const counts = async done => assert.match(await page.locator('#count').textContent(), new RegExp(`^${done} of ${rows.length}`))
  await first.dblclick({ force: true })
  assert.ok(await first.isChecked(), 'a double click took a choice back')
  await counts(1)
  await page.waitForTimeout(600)
  await click(first)
  assert.ok(!await first.isChecked(), 'a second click did not take the choice back')
  await first.press('Space')
  await first.press('ArrowDown')
  assert.ok(!await first.isChecked(), 'the arrow keys do not choose')
  await page.keyboard.press('Delete')
  await counts(0)
  await page.locator('#next-row').click()
  assert.equal(await page.evaluate(() => document.activeElement.type), 'radio')
}

// checkPaper prints a filled form: nothing of a long comment is lost.
async function checkPaper(page, rows, file) {
  const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ')
  await page.locator(`[name=${rows[0].comment}]`).fill(long)
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.evaluate(text => document.querySelector(`[data-value="${text}"]`) !== null, long))
  await page.pdf({ path: file, preferCSSPageSize: true })
  await page.emulateMedia({ media: null })
}

async function check(browser, framework, layout) {
  const name = `${path.basename(framework, '.yaml')}-${layout}`
  const { page, wrong, close } = await open(browser, path.join(pages, name + '.html'), { acceptDownloads: true })
  const data = JSON.parse(await page.locator('#data').textContent())
  await checkChoice(page, data.rows)
  const filled = await fill(page, data.rows)
  const csv = await download(page, 'save-csv')
  const json = await download(page, 'save-json')
  assert.equal(csv.name, `${data.framework}-okafor-ada-2026-03-01.csv`)
  checkCSV(csv.text, data, filled)
  checkJSON(json.text, data, filled)
  for (const [extension, text] of [['csv', csv.text], ['json', json.text]]) {
    const file = path.join(pages, `${name}.${extension}`)
    fs.writeFileSync(file, text)
    checkScores(framework, file, filled)
  }
  await checkPaper(page, data.rows, path.join(pages, name + '.pdf'))
  await checkKeeping(page)
  assert.deepEqual(wrong, [])
  await close()
}

// checkPlain looks at a page whose script does not run: a form to mark and print.
async function checkPlain(browser, file) {
  const { page, close } = await open(browser, file, { javaScriptEnabled: false })
  assert.ok(!await page.locator('#bar').isVisible() && !await page.locator('#help').isVisible())
  assert.ok(await page.locator('[name=signature]').isVisible())
  await page.locator('input[type=radio], input[type=checkbox]').first().check({ force: true })
  await close()
}

const browser = await launch()
let forms = 0
for (const framework of frameworks) {
  for (const layout of ['form', 'grid', 'checklist']) {
    await check(browser, framework, layout)
    await checkPlain(browser, path.join(pages, `${path.basename(framework, '.yaml')}-${layout}.html`))
    forms++
  }
}
await browser.close()
console.log(`${forms} forms: the downloads, and their scores, are what was clicked`)
