import { checkDueOn, runningRegisterChangeStates } from '#domain/intermediaries/register-change.ts'
import type { WantedChange } from '#domain/intermediaries/wanted-change.ts'
import { joinWanted, wantedSchemas } from '#domain/intermediaries/wanted-change.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { upkeepRules } from './changing-firm.ts'
import { withoutIdentities } from './without-identities.ts'

/**
 * Files a change for the form check. The register goes on saying what it says. A firm has one running change of each kind: a further wish
 * joins it, and the time for the check begins anew.
 * @returns the change's id
 */
export async function openRegisterChange<K extends Exclude<keyof WantedChange, 'EXIT'>>(
  unit: UnitOfWork,
  firm: ChangingFirm,
  { kind, wanted, reasons }: { readonly kind: K; readonly wanted: WantedChange[K]; readonly reasons: string },
): Promise<string> {
  const { tx, now, viewer } = unit
  const running = await tx.registerChange.findFirst({
    where: { intermediaryId: firm.id, kind, state: { in: [...runningRegisterChangeStates] } },
  })
  const all = running ? joinWanted<K>(wantedSchemas[kind].parse(running.wanted) as WantedChange[K], wanted) : wanted
  const dueOn = unwrap(checkDueOn(now, upkeepRules(unit), await loadCalendar(tx)))
  const told = [running?.reasons ?? '', reasons].filter((text, index, texts) => text !== '' && texts.indexOf(text) === index).join('\n')
  const filed = {
    wanted: asJson(all) ?? {},
    reasons: told,
    submittedAt: now,
    submittedById: viewer.userId ?? '',
    checkDueOn: toDbDay(dueOn),
  }
  const { id, number } = running
    ? await tx.registerChange.update({ where: { id: running.id }, data: { ...filed, version: { increment: 1 } } })
    : await tx.registerChange.create({
        data: { ...filed, number: await nextNumber(unit, 'REGISTER_CHANGE'), intermediaryId: firm.id, kind, state: 'SUBMITTED' },
      })
  await unit.audit({
    action: 'intermediary.requestChange',
    entity: 'RegisterChange',
    entityId: id,
    after: { number, kind, wanted: withoutIdentities(wanted), reasons, checkDueOn: dueOn },
  })
  await unit.outbox('intermediaries.changeRequested', 'RegisterChange', id)
  return id
}
