import type { ProfileField, UpkeepRuleSet } from './upkeep-rule-set.ts'
import { profileFields } from './upkeep-rule-set.ts'
import type { WantedProfile } from './wanted-change.ts'

/** The profile as the register shows it. */
export type Profile = Readonly<Record<Exclude<ProfileField, 'nameEn'>, string>> & { readonly nameEn: string | null }

/** A wish for the profile in its two parts: what takes effect at once and what is checked first. What says nothing new is in neither. */
export function splitProfile(
  wanted: WantedProfile,
  current: Profile,
  rules: UpkeepRuleSet,
): { readonly atOnce: WantedProfile; readonly toCheck: WantedProfile } {
  const differing = profileFields.filter((field) => wanted[field] !== undefined && wanted[field] !== current[field])
  const isAtOnce = (field: ProfileField) => rules.parameters.immediateProfileFields.value.includes(field)
  return {
    atOnce: pick(
      wanted,
      differing.filter((field) => isAtOnce(field)),
    ),
    toCheck: pick(
      wanted,
      differing.filter((field) => !isAtOnce(field)),
    ),
  }
}

/** These fields of a profile, the others left out. */
export function pick<T extends object, K extends keyof T>(of: T, fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, of[field]])) as Pick<T, K>
}
