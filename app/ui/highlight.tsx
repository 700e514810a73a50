/** Marks the found parts of a text. Ranges are [start, end) in UTF-16 units, in order and apart. */
export function Highlight({ text, ranges }: { readonly text: string; readonly ranges: readonly (readonly [number, number])[] }) {
  let from = 0
  return (
    <>
      {ranges.map(([start, end]) => {
        const before = text.slice(from, start)
        from = end
        return (
          <span key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </span>
        )
      })}
      {text.slice(from)}
    </>
  )
}
