import { bodyOf, nextOrderlyStep } from '#domain/catalogue/decide-catalogue-step.ts'
import type { Tx } from '#prisma/client.ts'
import { changeInclude, procedureOf, rulesOfChange } from '../../catalogue/lock-catalogue-change.ts'
import { telling } from '../notice.ts'
import type { Notice, NoticeRule } from '../notice.ts'

const toFirm = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { intermediary, serviceItem } = await tx.serviceOffering.findUniqueOrThrow({
      where: { id },
      include: { intermediary: true, serviceItem: true },
    })
    const { code, nameZh, nameEn, cancelledBy } = serviceItem
    return [{ kind, recipients: [{ subjectId: intermediary.subjectId }], facts: { number: code, nameZh, nameEn, cancelledBy } }]
  })

/** The body whose step is next is told that it waits; the applying agency, of every step another body took. */
async function ofChange(tx: Tx, id: string): Promise<readonly Notice<'catalogue.changeWaits' | 'catalogue.changeMoved'>[]> {
  const row = await tx.catalogueChange.findUniqueOrThrow({ where: { id }, include: changeInclude })
  const change = await procedureOf(tx, row)
  const step = nextOrderlyStep(change)
  const nextId = step && bodyOf(change, step, rulesOfChange(row))
  const { number, state, itemCode } = row
  const last = row.steps.at(-1)
  const agency = { organisationId: row.applyingAgencyId, role: 'AGENCY_MANAGER' as const }
  const waits: readonly Notice<'catalogue.changeWaits'>[] =
    nextId && nextId !== row.applyingAgencyId
      ? [
          {
            kind: 'catalogue.changeWaits',
            recipients: [{ organisationId: nextId, role: 'REFORM_OFFICE' }],
            facts: { number, step, itemCode },
          },
        ]
      : []
  const isOwnStep = last === undefined || last.organisationId === row.applyingAgencyId
  return isOwnStep ? waits : [...waits, { kind: 'catalogue.changeMoved', recipients: [agency], facts: { number, state, itemCode } }]
}

const changeRule = telling(['catalogue.changeWaits', 'catalogue.changeMoved'], ofChange)

export const catalogueNotices: Readonly<Record<string, NoticeRule>> = {
  'catalogue.itemChanged': toFirm('catalogue.itemChanged'),
  'catalogue.itemCancelled': toFirm('catalogue.itemCancelled'),
  'catalogue.changeApplied': changeRule,
  'catalogue.changeStepTaken': changeRule,
}
