import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** 所有者, 控股或实际控制, 审批部门下属单位, 审批部门主管的行业协会, 协会举办的企业. */
export const affiliationKinds = ['OWNER', 'CONTROLLING', 'SUBORDINATE_UNIT', 'SUPERVISED_ASSOCIATION', 'ASSOCIATION_FIRM'] as const
export type AffiliationKind = (typeof affiliationKinds)[number]

/** An agency as far as a tie to it matters: in the words of the catalogue, with its own division and all that lie in it. */
export interface TiedAgency {
  readonly name: string
  readonly kind: string
  readonly divisionCodes: readonly string[]
}

/**
 * One tie of the register 关联关系: `holderUscc` belongs to the party, and where `agency` is set the party is that agency or belongs to it.
 * `untilOn` is its last day, null while it lasts.
 */
export interface Affiliation {
  readonly holderUscc: string
  readonly kind: AffiliationKind
  readonly partyName: string
  readonly partyUscc: string | null
  readonly agency: TiedAgency | null
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay | null
}
