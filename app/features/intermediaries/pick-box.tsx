import { useText } from '#app/page-context.tsx'
import type { Picking } from './use-picking.ts'

/** 加入比较: one tick, a part of the search form, so that it also works without scripts. */
export function PickBox({ uscc, name, picking }: { readonly uscc: string; readonly name: string; readonly picking: Picking }) {
  const t = useText('search')
  return (
    <label className="pick-box">
      <input
        type="checkbox"
        name="with"
        value={uscc}
        checked={picking.picked.some((one) => one.uscc === uscc)}
        onChange={() => picking.toggle({ uscc, name })}
        aria-label={t('compare.pickLabel', { name })}
      />
      <span>{t('compare.pick')}</span>
    </label>
  )
}
