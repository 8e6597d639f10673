// Uses the filter of a comparison's page as a person does.
// usage: node filter.mjs FILE.html
import assert from 'node:assert/strict'
import { launch, open } from '../browser/chromium.mjs'

const [file] = process.argv.slice(2)
const browser = await launch()
const { page, wrong, close } = await open(browser, file)
const rows = page.locator('tr[data-stands]')
const visible = () => rows.evaluateAll(all => all.filter(row => row.checkVisibility()).map(row => ({ stands: row.dataset.stands, text: row.textContent })))
const counted = async n => assert.equal(await page.locator('#count').textContent(), `${n} of ${await rows.count()} rows`)

const all = await visible()
assert.equal(all.length, await rows.count())
await counted(all.length)

// Each box takes its rows away, and brings them back.
for (const box of await page.locator('#filter input[type=checkbox]').all()) {
  const stands = await box.inputValue()
  await box.uncheck()
  assert.deepEqual(await visible(), all.filter(row => row.stands !== stands))
  await box.check()
}

// All words must be there, in any case.
const having = all.filter(row => /learn/i.test(row.text) && /student/i.test(row.text))
assert.ok(having.length > 0 && having.length < all.length, 'the words tell no rows apart')
await page.locator('#words').fill('LEARN student')
assert.deepEqual(await visible(), having)
await counted(having.length)
assert.deepEqual(wrong, [])
await close()

// Without its script all rows are there, and no filter that does nothing.
const plain = await open(browser, file, { javaScriptEnabled: false })
assert.ok(!await plain.page.locator('#filter').isVisible())
assert.ok(await plain.page.locator('tr[data-stands]').last().isVisible())
await plain.close()
await browser.close()
console.log(`the filter of ${file} shows what is asked for: ${all.length} rows, ${having.length} with the words`)
