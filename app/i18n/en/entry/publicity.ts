import type { Translation } from '../../translate.ts'
import type { publicity as publicitySource } from '../../zh-CN/entry/publicity.ts'

export const publicity: Translation<typeof publicitySource> = {
  title: 'Entries in publicity',
  lead: 'These institutions passed the form check. Without objection they are listed the day after publicity ends. Anybody may object.',
  empty: 'No application is in publicity now.',
  until: 'public until {day}',
  period: 'Publicity',
  overridden: 'early pilot code, accepted after review',
  representative: 'Legal representative',
  division: 'Place of registration',
  people: 'Practitioners',
  object: 'Object',
  objectLead:
    'You need not sign in. Only the officers who answer see your name; how to reach you is sealed. You get an answer within 3 working days.',
  name: 'Name or organisation',
  contact: 'Contact',
  contactHint: 'Telephone or e-mail, for the answer.',
  text: 'Objection and what it rests on',
  textHint: 'Say what is untrue and how you know; at least 10 characters.',
  send: 'File the objection',
  received: 'Objection received',
  receivedText: 'Your receipt is {number}. Please note it: with it you can look up the answer on the publicity page.',
  closed: 'Publicity is over; objections are no longer taken.',
  receiptLabel: 'Receipt number of an objection',
  receiptButton: 'Look up the answer',
  receiptTitle: 'Objection {number}',
  receiptNone: 'There is no such receipt.',
  receiptOpen: 'The objection concerning “{institution}” is being dealt with; answer by {day}.',
  receiptDone: 'The objection concerning “{institution}”: {state}.',
}
