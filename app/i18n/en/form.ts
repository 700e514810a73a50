import type { texts as source } from '../zh-CN/form.ts'
import type { Translation } from '../translate.ts'

export const texts: Translation<typeof source> = {
  problems: 'There is a problem',
  error: 'Error:',
  ofField: '{label}: {text}',
  optional: ' (optional)',
  uploading: 'Uploading',
  required: 'fill this in',
  choose: 'choose one of the options',
  format: 'this has the wrong format',
  number: 'enter a number',
  tooShort: 'use {minimum} characters or more',
  tooLong: 'use {maximum} characters or fewer',
  tooFew: 'choose {minimum} or more',
  tooMany: 'choose {maximum} or fewer',
  tooSmall: 'must be {minimum} or more',
  tooLarge: 'must be {maximum} or less',
  refusal: {
    OTHER: 'this can’t be done ({code})',
    REQUIRED: 'fill this in',
    INVALID: 'this has the wrong format',
    CONCURRENT_CHANGE: 'Somebody else has just changed this. Look at it again, then submit.',
    TOO_MANY_TRIES: 'Too many attempts. Try again in {retryAfterSeconds} seconds.',
    FORBIDDEN: 'Your account lacks this permission.',
    SIGN_IN_REQUIRED: 'Please sign in.',
    NOT_FOUND: 'There is no such thing, or you can no longer see it.',
    VALIDATION_FAILED: 'Some of the input is not right.',
    FILE_TYPE_REFUSED:
      'Files of this kind can’t be uploaded. PDF, OFD, pictures, Word, Excel, PowerPoint, DWG and ZIP can; web pages, scripts, programs and documents with macros can’t.',
    FILE_TOO_LARGE: 'The file is larger than 32 MB. Compress or split it.',
    FILES_TOO_MANY: 'Attach {maximum} files at most at a time.',
    FILE_EMPTY: 'The file is empty.',
    FILE_NOT_USABLE: 'The file isn’t uploaded completely, or wasn’t uploaded for this. Upload it again.',
  },
}
