import type { Viewer } from '#domain/access/viewer.ts'
import { changedParameters, creditParameterNames, creditParameterValues, valuesOf } from '#domain/credit/credit-parameter-values.ts'
import type { CreditParameterValues } from '#domain/credit/credit-parameter-values.ts'
import { ZZ_1, creditRuleSets } from '#domain/credit/credit-rule-set.ts'
import type { CreditRuleSet } from '#domain/credit/credit-rule-set.ts'
import { industryParameters } from '#domain/credit/industry-standard.ts'
import type { IndustryParameters } from '#domain/credit/industry-standard.ts'
import { readCreditRuleSet } from '#domain/credit/read-credit-rule-set.ts'
import type { RuleSetState } from '#domain/credit/rule-set-draft.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleRuleSets } from './lock-rule-set.ts'

/** One parameter of the city's rating, in words, with where it rests. */
export interface ReadParameter {
  readonly name: keyof CreditParameterValues
  readonly value: unknown
  readonly basis: LegalBasis
  /** Other than in the version it was drafted from. */
  readonly isChanged: boolean
}

/** A version of rating rules as it is read: of the code or of a row, of the city or of an authority. */
export interface ReadRuleSet {
  /** Null for the version in the code. */
  readonly id: string | null
  readonly version: string
  readonly state: RuleSetState
  readonly organisationId: string | null
  readonly bodyZh: string | null
  readonly bodyEn: string | null
  readonly serviceItemCodes: readonly string[]
  readonly basedOn: string | null
  readonly effectiveFrom: CalendarDay | null
  readonly explanation: string
  readonly draftedById: string | null
  readonly draftedAt: Date | null
  readonly publishedAt: Date | null
  readonly rowVersion: number
  /** Of the city's. */
  readonly parameters: readonly ReadParameter[]
  /** Of an authority's. */
  readonly industry: IndustryParameters | null
}

type Row = Prisma.CreditRuleSetVersionGetPayload<{ include: { organisation: true } }>

/** Every version the viewer may know of, newest first; the one in the code is the oldest. */
export async function readRuleSets(tx: Tx, viewer: Viewer): Promise<readonly ReadRuleSet[]> {
  const rows = await tx.creditRuleSetVersion.findMany({
    where: visibleRuleSets(viewer),
    include: { organisation: true },
    orderBy: [{ draftedAt: 'desc' }, { version: 'desc' }],
  })
  const city = rows.filter(({ organisationId }) => organisationId === null)
  return [...rows.map((row) => toReadRuleSet(row, city)), ...creditRuleSets.map(ofCode)]
}

function toReadRuleSet(row: Row, city: readonly Row[]): ReadRuleSet {
  const { id, version, state, organisationId, organisation, serviceItemCodes, basedOn, explanation, rowVersion } = row
  const effectiveFrom = fromDbDayOrNull(row.effectiveFrom)
  return {
    ...{ id, version, state, organisationId, serviceItemCodes, basedOn, explanation, rowVersion, effectiveFrom },
    bodyZh: organisation?.nameZh ?? null,
    bodyEn: organisation?.nameEn ?? organisation?.nameZh ?? null,
    ...{ draftedById: row.draftedById, draftedAt: row.draftedAt, publishedAt: row.publishedAt },
    parameters: organisationId === null ? parametersOf(toRules(row), basisOf(basedOn, city)) : [],
    industry: organisationId === null ? null : industryParameters.parse(row.parameters),
  }
}

const ofCode = (rules: CreditRuleSet): ReadRuleSet => ({
  ...{ id: null, version: rules.version, state: 'PUBLISHED', organisationId: null, bodyZh: null, bodyEn: null, serviceItemCodes: [] },
  ...{
    basedOn: null,
    effectiveFrom: rules.effectiveFrom,
    explanation: '',
    draftedById: null,
    draftedAt: null,
    publishedAt: null,
    rowVersion: 0,
  },
  parameters: parametersOf(rules, valuesOf(rules.parameters)),
  industry: null,
})

function parametersOf(rules: CreditRuleSet, base: CreditParameterValues): readonly ReadParameter[] {
  const values = valuesOf(rules.parameters)
  const changed = changedParameters(base, values)
  return creditParameterNames.map((name) => ({
    ...{ name, value: values[name], basis: rules.parameters[name].basis, isChanged: changed.includes(name) },
  }))
}

const toRules = ({ version, effectiveFrom, parameters }: Row) =>
  readCreditRuleSet({ version, effectiveFrom: fromDbDayOrNull(effectiveFrom) ?? ZZ_1.effectiveFrom, parameters })

/** The values of the version a draft started from. */
function basisOf(basedOn: string, city: readonly Row[]): CreditParameterValues {
  const row = city.find(({ version }) => version === basedOn)
  return row ? creditParameterValues.parse(row.parameters) : valuesOf(ZZ_1.parameters)
}
