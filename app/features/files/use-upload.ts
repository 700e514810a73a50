import { useEffect, useRef, useState } from 'react'
import type { UploadState } from './send-pieces.ts'
import { resumePieces, sendPieces, startPieces, UploadRefused } from './send-pieces.ts'

/** An upload as a page shows it. */
export type Upload =
  | { readonly status: 'NONE' }
  | { readonly status: 'SENDING'; readonly name: string; readonly percent: number }
  | { readonly status: 'SENT'; readonly name: string; readonly key: string }
  | { readonly status: 'BROKEN'; readonly name: string; readonly percent: number }
  | { readonly status: 'REFUSED'; readonly text: string }

/** Uploads a picked file ahead of its form, in pieces; after an interruption it goes on where it stopped. */
export function useUpload(engagementNumber: string) {
  const [upload, setUpload] = useState<Upload>({ status: 'NONE' })
  const run = useRef<{ readonly file: File; readonly stop: AbortController; key: string | null } | null>(null)
  useEffect(() => () => run.current?.stop.abort(), [])

  const send = async (file: File, key: string | null): Promise<void> => {
    run.current?.stop.abort()
    const stop = new AbortController()
    const own = { file, stop, key }
    run.current = own
    const percentOf = ({ receivedBytes }: UploadState) => Math.floor((receivedBytes / Math.max(1, file.size)) * 100)
    let percent = 0
    const show = (next: Upload) => {
      if (run.current === own) setUpload(next)
    }
    const onProgress = (state: UploadState) => {
      percent = percentOf(state)
      show({ status: 'SENDING', name: file.name, percent })
    }
    try {
      show({ status: 'SENDING', name: file.name, percent })
      const from = key === null ? await startPieces(file, engagementNumber) : await resumePieces(key)
      own.key = from.key
      onProgress(from)
      await sendPieces(file, from, { onProgress, signal: stop.signal })
      show({ status: 'SENT', name: file.name, key: from.key })
    } catch (error) {
      show(error instanceof UploadRefused ? { status: 'REFUSED', text: error.message } : { status: 'BROKEN', name: file.name, percent })
    }
  }

  return {
    upload,
    pick: (file: File | undefined) => {
      if (file) void send(file, null)
      else setUpload({ status: 'NONE' })
    },
    goOn: () => {
      if (run.current) void send(run.current.file, run.current.key)
    },
  }
}
