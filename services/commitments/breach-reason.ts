import type { OutstandingMaterial, SupplementState } from '#domain/commitments/miss.ts'
import type { CommitmentItem } from '#prisma/generated/client.ts'

const whys: Readonly<Record<OutstandingMaterial['why'], string>> = {
  NOT_DELIVERED: '未补交',
  LATE: '逾期补交',
  REJECTED: '经审查退回',
}

/** Why a promise counts as missed, in the language of the documents: the day, and each outstanding material with what is wrong. */
export function missReason(
  items: readonly Pick<CommitmentItem, 'materialSeq' | 'nameZh'>[],
  { dueOn, outstanding }: Pick<Extract<SupplementState, { state: 'MISSED' }>, 'dueOn' | 'outstanding'>,
): string {
  const names = outstanding.map(({ seq, why }) => `《${items.find((item) => item.materialSeq === seq)?.nameZh ?? seq}》${whys[why]}`)
  return `承诺期限 ${dueOn} 24时届满：${names.join('；')}。`
}
