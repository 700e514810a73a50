/** Built-in number formats that show a day (ECMA-376 18.8.30); 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean systems. */
const dateRanges = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
] as const

/** Whether a number format shows a day: by its number, or by the letters of its own code outside quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return dateRanges.some(([from, to]) => id >= from && id <= to)
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase()
  return /[yd年]/.test(plain) || /m+月/.test(plain) || /aaa/.test(plain)
}
