import { usccCheckChar } from '#domain/kernel/uscc.ts'
import type { TableRow } from '../factories/importing.ts'

/** Items without certificate, so that every row may be offered. */
const items = ['ZJ-EIA-001', 'ZJ-FLD-001', 'ZJ-FEA-001', 'ZJ-FEA-002', 'ZJ-ENE-001', 'ZJ-SSR-001', 'ZJ-TRA-001', 'ZJ-ROA-002']
const divisions = ['410100', '410102', '410103', '410104', '410105']
const words = ['中', '豫', '嵩', '河', '洛', '黄', '金', '水', '惠', '济', '新', '郑', '华', '信', '远', '达', '诚', '正', '源', '安']
/** Firms that the offerings spread over: four each. */
const offeringsAFirm = 4

const usccOf = (index: number): string => {
  const body = `91410100MA${String(index).padStart(7, '0')}`
  return body + usccCheckChar(body)
}
const word = (number: number) => words[number % words.length] ?? ''

/** Rows of a city's register, invented, the same at every run. */
export function* registerRows(kind: 'INTERMEDIARIES' | 'OFFERINGS', count: number): Generator<TableRow> {
  for (let index = 0; index < count; index += 1) yield kind === 'INTERMEDIARIES' ? firm(index) : offering(index)
}

function firm(index: number): TableRow {
  return {
    uscc: usccOf(index),
    name: `虚构${word(index)}${word(Math.floor(index / 20))}${word(Math.floor(index / 400))}技术咨询${index}有限公司`,
    divisionCode: divisions[index % divisions.length] ?? '',
    legalForm: '有限责任公司',
    legalRepresentative: `${word(index)}${word(index + 7)}`,
    address: `郑州市金水区${word(index)}${word(index + 3)}路${index % 900}号`,
    phone: `0371-${String(index).padStart(8, '0')}`,
    introduction: '虚构机构，从事技术咨询服务。',
    listedOn: `202${index % 6}年${(index % 12) + 1}月${(index % 28) + 1}日`,
    qualificationName: '工程咨询单位资信评价',
    qualificationGrade: index % 2 === 0 ? '甲级' : '乙级',
    certificateNo: `ZX${String(index).padStart(8, '0')}`,
    issuer: '虚构协会',
    validFromOn: '2024/1/15',
    validUntilOn: '2029.12.31',
    qualifiedItems: 'ZJ-FEA-001、ZJ-FEA-002',
  }
}

function offering(index: number): TableRow {
  const place = index % offeringsAFirm
  return {
    uscc: usccOf(Math.floor(index / offeringsAFirm)),
    serviceItemCode: items[(Math.floor(index / offeringsAFirm) + place) % items.length] ?? '',
    divisionCodes: `${divisions[index % divisions.length]}、${divisions[(index + 1) % divisions.length]}`,
    feeSchedule: String(3000 + (index % 5000)),
    promisedWorkingDays: String(5 + (index % 40)),
    feeNote: '',
    isWithdrawn: '否',
  }
}
