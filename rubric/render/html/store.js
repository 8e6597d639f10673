// What is filled in stays in the browser: under the form's fingerprint, and the
// page's own address, so that two copies of a form for two people stay apart.
const place = `rubric ${data.fingerprint} ${location.pathname}`

// snapshot is what every field holds that holds something, by name.
function snapshot() {
  const out = {}
  for (const row of rows) {
    const mark = marked(row)
    if (mark) out[row.rate] = mark.value
  }
  for (const control of written) if (control.value !== '') out[control.name] = control.value
  return out
}

// keep stores the form, and reports whether that was possible.
function keep() {
  try {
    const now = snapshot()
    if (Object.keys(now).length > 0) localStorage.setItem(place, JSON.stringify(now))
    else localStorage.removeItem(place)
    return true
  } catch {
    return false // the browser keeps nothing, or has no room
  }
}

// recall fills in what was stored, as far as it fits the form.
function recall() {
  let kept = null
  try { kept = JSON.parse(localStorage.getItem(place)) } catch { /* nothing that could be read */ }
  if (kept === null || typeof kept !== 'object') return
  for (const row of rows) for (const mark of row.marks) mark.checked ||= kept[row.rate] === mark.value
  for (const control of written) if (typeof kept[control.name] === 'string') control.value = kept[control.name]
}
