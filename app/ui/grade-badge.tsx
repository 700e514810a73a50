/** A letter in a ring. The ring's line differs by letter (double, solid, dashed, dotted) beside its colour. */
export function GradeBadge({
  letter,
  label,
  isLarge = false,
}: {
  readonly letter: string
  readonly label: string
  readonly isLarge?: boolean
}) {
  return (
    <span className={`grade grade-${letter.toLowerCase()}${isLarge ? ' grade-large' : ''}`} role="img" aria-label={label} title={label}>
      {letter}
    </span>
  )
}
