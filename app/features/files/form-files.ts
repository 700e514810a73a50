import { z } from 'zod'

const file = z.instanceof(File)

/**
 * The files of one input in a multipart form (`hasFiles`, `<FileField isMultiple>`), for the schema of `readForm`: none, one or several. A form
 * whose input was left empty sends one file of no name and no bytes.
 */
export const formFiles = z
  .union([z.array(file), file.transform((one) => [one])])
  .default([])
  .transform((files) => files.filter(({ size, name }) => size > 0 || name !== ''))

/** The same as `FormFile[]` of the API. */
export const readFormFiles = (files: readonly File[]): Promise<{ fileName: string; content: Uint8Array<ArrayBuffer> }[]> =>
  Promise.all(files.map(async (one) => ({ fileName: one.name.slice(-200) || 'file', content: new Uint8Array(await one.arrayBuffer()) })))
