import { describe, expect, test } from 'vitest'
import { checkFileSize, downloadName, fileLimits, fileTypeOf, mayBecomeFile } from './file-type.ts'
import { zipOf } from './zip.fixture.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the type comes from the content', () => {
  test.each<[string, Uint8Array, string]>([
    ['a PDF', bytes('%PDF-1.7\n…'), 'pdf'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    ['a TIFF, little end first', new Uint8Array([0x49, 0x49, 0x2a, 0]), 'tif'],
    ['a TIFF, big end first', new Uint8Array([0x4d, 0x4d, 0, 0x2a]), 'tif'],
    ['a drawing', bytes('AC1032…'), 'dwg'],
    ['a Word document', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '<w/>' }), 'docx'],
    ['a workbook', zipOf({ 'xl/workbook.xml': '' }), 'xlsx'],
    ['slides', zipOf({ 'ppt/presentation.xml': '' }), 'pptx'],
    ['an OFD', zipOf({ 'OFD.xml': '' }), 'ofd'],
    ['an archive of drawings', zipOf({ '图纸/总平面.dwg': 'AC1032' }), 'zip'],
    ['an archive in which a text only names a part of Word', zipOf({ 'a.txt': 'PK word/document.xml' }), 'zip'],
  ])('%s', (_, content, type) => {
    expect(fileTypeOf(content)).toEqual({ ok: true, value: type })
    expect(mayBecomeFile(content.subarray(0, 8))).toBe(true)
  })

  test.each<[string, Uint8Array]>([
    ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
    ['HTML after a mark of byte order', bytes('\ufeff<html>')],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a script', bytes('#!/bin/sh\nrm -rf /')],
    ['JavaScript', bytes('alert(1)')],
    ['a Windows program', bytes('MZ\u0090')],
    ['a Linux program', bytes('\u007fELF')],
    ['an old Office file, which may hold macros', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['nothing', new Uint8Array()],
  ])('%s is refused, by its first bytes already', (_, content) => {
    expect(fileTypeOf(content)).toEqual({ ok: false, refusal: { code: 'FILE_TYPE_REFUSED' } })
    expect(mayBecomeFile(content)).toBe(false)
  })

  test.each<[string, Uint8Array]>([
    ['a document with macros', zipOf({ 'word/document.xml': '', 'word/vbaProject.bin': '' })],
    ['a Java program', zipOf({ 'META-INF/MANIFEST.MF': '', 'Main.class': '' })],
    ['an archive cut off before its table of contents', zipOf({ 'a.txt': 'a' }).subarray(0, 40)],
    ['the head of an archive before HTML', bytes('PK\u0003\u0004<script>alert(1)</script>')],
  ])('%s is refused once it is whole', (_, content) => {
    expect(fileTypeOf(content).ok).toBe(false)
  })
})

test('sizes: one byte to 32 MiB', () => {
  expect([0, 1, fileLimits.bytes, fileLimits.bytes + 1].map((size) => checkFileSize(size).ok)).toEqual([false, true, true, false])
})

test.each([
  ['报告.pdf', 'pdf', '报告.pdf'],
  ['报告.html', 'pdf', '报告.html.pdf'],
  ['../../etc/passwd', 'zip', 'passwd.zip'],
  ['C:\\temp\\图纸.DWG', 'dwg', '图纸.dwg'],
  ['..', 'png', 'file.png'],
  ['a\r\nSet-Cookie: x.pdf', 'pdf', 'aSet-Cookie x.pdf'],
  ['照片.JPEG', 'jpg', '照片.jpg'],
] as const)('%j is offered as %s: %s', (name, extension, offered) => {
  expect(downloadName(name, extension)).toBe(offered)
})
