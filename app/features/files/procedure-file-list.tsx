import { FileLink } from './file-link.tsx'

/** Files of a procedure (`ProcedureFile` of the API) to download. */
export function ProcedureFileList({
  files,
}: {
  readonly files: readonly { readonly key: string; readonly fileName: string; readonly sizeBytes: number; readonly sha256: string | null }[]
}) {
  if (files.length === 0) return null
  return (
    <ul>
      {files.map((file) => (
        <li key={file.key}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  )
}
