/** Bytes of one piece: small enough to show progress and to lose little, large enough for a slow line’s delays. */
const pieceBytes = 1024 * 1024
/** Seconds to wait before a piece is tried again; then the user is asked. */
const patience = [1, 3] as const

export interface UploadState {
  readonly key: string
  readonly receivedBytes: number
  readonly isStored: boolean
}

/** The server said why not, in words for the user. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused'
}

async function ask(url: string, init?: RequestInit): Promise<UploadState> {
  const response = await fetch(url, { ...init, headers: { Accept: 'application/json', ...init?.headers } })
  if (response.status !== 200 && response.status !== 422) throw new Error(`the server answered ${response.status}`)
  const answer = (await response.json()) as UploadState | { readonly refusal: string }
  if ('refusal' in answer) throw new UploadRefused(answer.refusal)
  return answer
}

/** Begins the upload of a file for an engagement. @throws UploadRefused */
export function startPieces(file: File, engagementNumber: string): Promise<UploadState> {
  const form = new FormData()
  form.set('clientMutationId', crypto.randomUUID())
  form.set('engagementNumber', engagementNumber)
  form.set('fileName', file.name)
  form.set('sizeBytes', String(file.size))
  return ask('/resources/uploads?index', { method: 'POST', body: form })
}

/** Where to go on after an interruption. */
export const resumePieces = (key: string): Promise<UploadState> => ask(`/resources/uploads/${key}`)

/**
 * Sends what is missing, piece by piece; a piece that doesn't get through is tried again with patience.
 * @throws UploadRefused · Error when the line stays broken: `resumePieces` then says where to go on
 */
export async function sendPieces(
  file: File,
  from: UploadState,
  { onProgress, signal }: { readonly onProgress: (state: UploadState) => void; readonly signal: AbortSignal },
): Promise<UploadState> {
  let state = from
  while (!state.isStored) {
    state = await sendPiece(file, state, signal)
    onProgress(state)
  }
  return state
}

async function sendPiece(file: File, { key, receivedBytes }: UploadState, signal: AbortSignal, attempt = 0): Promise<UploadState> {
  const body = file.slice(receivedBytes, receivedBytes + pieceBytes)
  const headers = { 'Upload-Offset': String(receivedBytes), 'Content-Type': 'application/octet-stream' }
  try {
    return await ask(`/resources/uploads/${key}`, { method: 'PUT', body, headers, signal })
  } catch (error) {
    const seconds = patience[attempt]
    if (error instanceof UploadRefused || signal.aborted || seconds === undefined) throw error
    await new Promise((done) => setTimeout(done, seconds * 1000))
    return sendPiece(file, await resumePieces(key).catch(() => ({ key, receivedBytes, isStored: false })), signal, attempt + 1)
  }
}
