/** How far a long task is. `value` out of `max`; the words say what is being done. */
export function ProgressBar({ label, value, max = 100 }: { readonly label: string; readonly value: number; readonly max?: number }) {
  const percent = max > 0 ? Math.floor((value / max) * 100) : 0
  return (
    <label className="progress">
      <span>
        {label} <span className="num">{percent}%</span>
      </span>
      <progress value={value} max={max} />
    </label>
  )
}
