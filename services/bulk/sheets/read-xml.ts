import { SaxesParser } from 'saxes'
import type { SaxesAttributePlain, SaxesTagPlain } from 'saxes'
import { SheetProblem } from './sheet-problem.ts'

/** What a reader of one part of a workbook is told; names come without their namespace's prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads XML as it arrives. Document types are refused, so that there are no entities but the five of XML itself: none that reads files,
 * none that grows without end.
 * @throws SheetProblem FILE_DAMAGED, XML_ENTITIES
 */
export function xmlReader(listener: XmlListener): { write(chunk: Buffer): void; end(): void } {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  parser.on('error', () => {
    throw new SheetProblem('FILE_DAMAGED')
  })
  parser.on('doctype', () => {
    throw new SheetProblem('XML_ENTITIES')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    listener.open?.(localName(tag.name), tag.attributes as Record<string, SaxesAttributePlain['value']>)
  })
  parser.on('text', (text) => {
    listener.text?.(text)
  })
  parser.on('cdata', (text) => {
    listener.text?.(text)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    listener.close?.(localName(tag.name))
  })
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new SheetProblem('FILE_DAMAGED')
    }
  }
  return {
    write: (chunk) => void parser.write(decode(chunk)),
    end() {
      parser.write(decode())
      parser.close()
    },
  }
}

/** Reads a whole part. */
export async function readXml(part: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const reader = xmlReader(listener)
  for await (const chunk of part) reader.write(chunk)
  reader.end()
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
