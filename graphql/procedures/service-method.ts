import { builder } from '../builder.ts'

/** How a document reaches its party. */
export const ServiceMethod = builder.enumType('ServiceMethod', {
  values: {
    PLATFORM: { description: '平台送达: into the party’s own account.' },
    IN_PERSON: { description: '直接送达' },
    POST: { description: '邮寄送达' },
    PUBLIC_NOTICE: { description: '公告送达' },
  },
} as const)

/** Of the argument that chooses it for a decision. */
export const howServed = 'How the decision reaches a party without an account; left out, it goes into the account.'
