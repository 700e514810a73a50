import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'

export interface MaterialToCheck {
  readonly seq: number
  readonly nameZh: string
  readonly nameEn: string
  readonly isEssential: boolean
  readonly isIdentityMatter: boolean
  /** The service that delivers it; what a cancelled one delivered is asked of nobody. */
  readonly serviceItem?: {
    readonly nameZh: string
    readonly nameEn: string
    readonly status: 'RETAINED' | 'CANCELLED'
    readonly cancelledBy: string | null
  } | null
}
export type Presence = 'PRESENT' | 'MISSING' | 'FLAWED'
const presences: readonly Presence[] = ['PRESENT', 'MISSING', 'FLAWED']

/**
 * One line a material: what it is, and how it was found. Input names are `presence[3]` and `note[3]` by sequence number, read again by
 * `foundMaterials`; `errors` are the sequence numbers not chosen yet.
 */
export function MaterialsFields({
  materials,
  valueOf,
}: {
  readonly materials: readonly MaterialToCheck[]
  readonly valueOf: (name: string) => string | undefined
}) {
  const t = useText('acceptance')
  const { language } = usePage()
  return (
    <>
      {materials.map((material) => {
        const { seq, isEssential, isIdentityMatter } = material
        const chosen = valueOf(`presence[${seq}]`)
        if (material.serviceItem?.status === 'CANCELLED') return <CancelledMaterial key={seq} material={material} />
        return (
          <fieldset key={seq} className="field">
            <legend className="field-label">
              {seq}. {nameIn(language, material)}{' '}
              <Badge tone={isEssential ? 'brand' : 'neutral'}>{isEssential ? t('new.essential') : t('new.deferrable')}</Badge>{' '}
              {isIdentityMatter && <Badge>{t('new.identity')}</Badge>}
            </legend>
            <div className="flex flex-wrap gap-x-6 gap-y-1 items-center">
              {presences.map((presence) => (
                <label key={presence} className="inline-flex gap-2 items-center min-h-11">
                  <input type="radio" name={`presence[${seq}]`} value={presence} defaultChecked={chosen === presence} />
                  {t(`presence.${presence}`)}
                </label>
              ))}
              <label className="inline-flex gap-2 items-center">
                <span className="small mute">{t('new.note')}</span>
                <input className="input input-code" name={`note[${seq}]`} defaultValue={valueOf(`note[${seq}]`)} maxLength={500} />
              </label>
            </div>
          </fieldset>
        )
      })}
    </>
  )
}

/** No control: there is nothing to record about what may not be demanded. */
function CancelledMaterial({ material }: { readonly material: MaterialToCheck }) {
  const t = useText('acceptance')
  const { language } = usePage()
  const { seq, serviceItem } = material
  return (
    <div className="field">
      <p className="field-label">
        {seq}. {nameIn(language, material)} <Badge tone="warn">{t('new.cancelled')}</Badge>
      </p>
      <p className="small">
        {t('new.cancelledText', { item: serviceItem ? nameIn(language, serviceItem) : '', by: serviceItem?.cancelledBy ?? '' })}
      </p>
    </div>
  )
}
