import type { Tx } from '#prisma/client.ts'
import { reformOfficesOf } from '../catalogue/reform-offices.ts'

/**
 * The body that supervises selections in this division 监督单位 (our own default): its reform office, else that of the next division above.
 * @returns the organisation's id
 * @throws RefusedError NO_REFORM_OFFICE where none above has one
 */
export const supervisorOf = async (tx: Tx, divisionCode: string): Promise<string> => (await reformOfficesOf(tx, divisionCode)).officeId
