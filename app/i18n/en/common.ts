import type { texts as source } from '../zh-CN/common.ts'
import type { Translation } from '../translate.ts'

export const texts: Translation<typeof source> = {
  breadcrumb: 'You are here',
  home: 'Home',
  applyOnline: 'Apply online',
  sending: 'Sending',
  results: 'results',
  pages: 'Pages',
  pageNumber: 'Page {number}',
  previous: 'Previous',
  next: 'Next',
  steps: 'Step {step} of {count}',
  stepDone: 'done',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  print: 'Print',
  printHow: 'Print this page with your browser (Ctrl+P).',
  viewAsTable: 'View as table',
  item: 'Item',
  why: 'Why',
}
