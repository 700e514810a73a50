/** Where each list is read. */
export const listPages = { BLACKLIST: '/blacklist', RED_LIST: '/red-list', DISHONESTY: '/dishonesty-list' } as const

/** Where each list is subscribed to. */
export const listFeeds = { BLACKLIST: '/blacklist.atom', RED_LIST: '/red-list.atom', DISHONESTY: '/dishonesty-list.atom' } as const
