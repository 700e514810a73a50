import type { Tx } from '#prisma/client.ts'

/** The name of the firm behind a sign-up, as the register has it now. */
export async function bidderName(tx: Tx, signUpId: string): Promise<string> {
  const { intermediary } = await tx.signUp.findUniqueOrThrow({
    where: { id: signUpId },
    select: { intermediary: { select: { subject: { select: { name: true } } } } },
  })
  return intermediary.subject.name
}
