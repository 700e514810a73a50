import { useText } from '#app/page-context.tsx'

/** A stored file to download, with its size and the checksum that tells whether it is still the same. */
export function FileLink({
  file: { key, fileName, sizeBytes, sha256 },
}: {
  readonly file: { readonly key: string; readonly fileName: string; readonly sizeBytes: number; readonly sha256: string | null }
}) {
  const t = useText('contracts')
  return (
    <>
      <a href={`/resources/files/${key}`} download>
        {fileName}
      </a>{' '}
      <span className="small mute">{t('file.size', { size: Math.ceil(sizeBytes / 1024) })}</span>
      {sha256 && (
        <span className="small mute block break-all">
          {t('file.hash')} <span className="num">{sha256}</span>
        </span>
      )}
    </>
  )
}
