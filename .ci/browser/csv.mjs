// cells takes a CSV apart: lines of cells, by the quotes' own rules.
export function cells(text) {
  const lines = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) throw new Error(`no cell at ${pattern.lastIndex} of ${text.length}`)
    lines.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'))
    if (match[3] === '\r\n') lines.push([])
    else if (match[3] === ',' && pattern.lastIndex === text.length) lines.at(-1).push('')
  }
  return lines.filter(line => line.length > 0)
}
