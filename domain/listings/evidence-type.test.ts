import { describe, expect, test } from 'vitest'
import { evidenceFileName, evidenceTypeOf } from './evidence-type.ts'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('the type of evidence comes from its content', () => {
  test.each([
    ['pdf', bytes('%PDF-1.7 …')],
    ['png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ['jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['ofd', bytes('PK\x03\x04........OFD.xml')],
    ['docx', bytes('PK\x03\x04[Content_Types].xml word/document.xml')],
    ['xlsx', bytes('PK\x03\x04[Content_Types].xml xl/workbook.xml')],
    [null, bytes('PK\x03\x04 anything else')],
    [null, bytes('<html><script>alert(1)</script>')],
    [null, bytes('MZ')],
    [null, new Uint8Array()],
  ])('%s', (type, content) => {
    expect(evidenceTypeOf(content)).toBe(type)
  })
})

test.each([
  ['照片.PNG', 'png', '照片.png'],
  ['scan.jpeg', 'jpg', 'scan.jpg'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\报告\\a.exe', 'pdf', 'a.exe.pdf'],
  ['a\u202Efdp.exe', 'pdf', 'afdp.exe.pdf'],
  ['.pdf', 'pdf', 'evidence.pdf'],
  ['', 'png', 'evidence.png'],
] as const)('%j as %s is offered as %j', (name, extension, offered) => {
  expect(evidenceFileName(name, extension)).toBe(offered)
})
