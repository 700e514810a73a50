import { z } from 'zod'

/** What the form of a result as material picks: the material's place and the engagement, in one value. */
export const attachedResult = z
  .string()
  .regex(/^\d{1,4} [\w-]{1,40}$/)
  .transform((picked) => {
    const [seq = '', engagementNumber = ''] = picked.split(' ')
    return { seq: Number(seq), engagementNumber }
  })
