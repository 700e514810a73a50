import type { Selection } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/** Sign-up has begun: said when its time has come. The caller holds the row. */
export async function openSignUp(unit: UnitOfWork, row: Selection): Promise<void> {
  await saveSelectionStep(unit, row, {
    to: 'SIGN_UP',
    kind: 'SIGN_UP_OPENED',
    facts: { signUpClosesAt: row.signUpClosesAt },
    action: 'selections.openSignUp',
    topic: 'selections.signUpOpened',
  })
}
