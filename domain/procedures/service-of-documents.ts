/** How a document reaches its party: 平台送达, 直接送达, 邮寄送达, 公告送达. */
export const serviceMethods = ['PLATFORM', 'IN_PERSON', 'POST', 'PUBLIC_NOTICE'] as const
export type ServiceMethod = (typeof serviceMethods)[number]

/**
 * Calendar days after which a public notice 公告送达 counts as service (our own default, after the civil procedure's thirty days). It is
 * the last resort: the party's own account, the counter and the post come first.
 */
export const PUBLIC_NOTICE_DAYS = 30
