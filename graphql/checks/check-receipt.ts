import { issueCheckReceipt } from '#services/checks/issue-check-receipt.ts'
import { receiptsVisibleTo } from '#services/checks/receipts-visible-to.ts'
import { verificationCodeOf, verifyReceipt } from '#services/checks/verify-receipt.ts'
import type { VerifiedReceipt } from '#services/checks/verify-receipt.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const CheckReceipt = builder.prismaNode('CheckReceipt', {
  id: { field: 'id' },
  fields: (t) => ({
    number: t.exposeString('number'),
    code: t.exposeString('queriedCode'),
    subjectName: t.string({
      nullable: true,
      select: { subject: { select: { name: true } } },
      resolve: (receipt) => receipt.subject?.name ?? null,
    }),
    purpose: t.exposeString('purpose'),
    answer: t.field({ type: 'JSON', resolve: (receipt) => receipt.answer, description: 'CreditAnswer as signed.' }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    checkedAt: t.expose('checkedAt', { type: 'DateTime' }),
    signature: t.exposeString('signature', { description: 'Compact JWS (EdDSA) over the answer.' }),
    verificationCode: t.string({ select: { signature: true }, resolve: (receipt) => verificationCodeOf(receipt.signature) }),
  }),
})

builder.relayMutationField(
  'issueCheckReceipt',
  { inputFields: (t) => ({ code: t.string(), purpose: t.string() }) },
  {
    description: 'Check a subject and keep the answer as a signed receipt.',
    authScopes: { may: 'credit.check' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await issueCheckReceipt(context, input) }),
  },
  {
    outputFields: (t) => ({
      receipt: t.prismaField({
        type: CheckReceipt,
        resolve: (query, { id }, _args, context) => context.prisma.checkReceipt.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.queryField('checkReceipt', (t) =>
  t.prismaField({
    type: CheckReceipt,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'receipt.view' },
    resolve: (query, _root, { number }, context) =>
      context.prisma.checkReceipt.findFirst({ ...query, where: { number, ...receiptsVisibleTo(context.viewer) } }),
  }),
)

builder.queryField('checkReceipts', (t) =>
  t.prismaConnection({
    type: CheckReceipt,
    cursor: 'id',
    description: 'The receipts you may see, the latest first.',
    authScopes: { may: 'receipt.view' },
    resolve: (query, _root, _args, context) =>
      context.prisma.checkReceipt.findMany({
        ...query,
        where: receiptsVisibleTo(context.viewer),
        orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

const ReceiptVerification = builder.objectRef<VerifiedReceipt>('ReceiptVerification').implement({
  description: 'Whether a receipt is ours and unaltered; its content only with the code printed on it.',
  fields: (t) => ({
    number: t.exposeString('number'),
    isGenuine: t.exposeBoolean('isGenuine'),
    checkedAt: t.expose('checkedAt', { type: 'DateTime' }),
    content: t.field({ type: 'JSON', nullable: true, resolve: (verified) => verified.content }),
  }),
})

builder.queryField('verifyReceipt', (t) =>
  t.field({
    type: ReceiptVerification,
    nullable: true,
    args: { number: t.arg.string(), code: t.arg.string({ defaultValue: '' }) },
    authScopes: { public: true },
    resolve: (_root, { number, code }, context) => verifyReceipt(context, number, code),
  }),
)
