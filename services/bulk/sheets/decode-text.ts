import { isUtf8 } from 'node:buffer'
import { SheetProblem } from './sheet-problem.ts'

const sliceBytes = 64 * 1024

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * In which encoding a text file is written: what its byte order mark says, else UTF-8 if it is valid as such, else GB 18030, which holds
 * GBK and GB 2312. A file in GB 18030 that happens to be valid UTF-8 has nothing but ASCII in it, bar oddities of a few bytes.
 */
export function encodingOf(content: Buffer): Encoding {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be'
  return isUtf8(content) ? 'utf-8' : 'gb18030'
}

/** The file's text, piece by piece. @throws SheetProblem ENCODING_UNKNOWN, NOT_A_TABLE */
export function* decodeText(content: Buffer): Generator<string> {
  const encoding = encodingOf(content)
  // A program, a picture, UTF-16 without its mark: no text of the other encodings has this byte.
  if (!encoding.startsWith('utf-16') && content.includes(0)) throw new SheetProblem('NOT_A_TABLE')
  // The byte order mark is taken off by the decoder.
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let from = 0; from < content.length; from += sliceBytes) {
    const slice = content.subarray(from, from + sliceBytes)
    const text = decode(decoder, slice, from + sliceBytes < content.length)
    if (text.includes('\0')) throw new SheetProblem('NOT_A_TABLE')
    if (text !== '') yield text
  }
}

function decode(decoder: TextDecoder, slice: Buffer, isMoreToCome: boolean): string {
  try {
    return decoder.decode(slice, { stream: isMoreToCome })
  } catch {
    throw new SheetProblem('ENCODING_UNKNOWN')
  }
}
