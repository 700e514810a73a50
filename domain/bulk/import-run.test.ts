import { expect, it } from 'vitest'
import { faultsOf } from '../kernel/transition-table.ts'
import { importFinals, importProcedure, importStates, isUnderWay, moveImport } from './import-run.ts'

it('every state of an import can be reached, and every one but the ends left', () => {
  expect(faultsOf(importProcedure, 'UPLOADED', importFinals)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
})

it('nothing is imported that was not found free of faults', () => {
  const before = importStates.filter((state) => moveImport(state, 'APPLYING').ok)
  expect(before).toEqual(['CHECKED'])
})

it('what the worker has taken up can no longer be abandoned', () => {
  const abandonable = importStates.filter((state) => moveImport(state, 'ABANDONED').ok)
  expect(abandonable).toEqual(['UPLOADED', 'CHECKED'])
  expect(importStates.filter(isUnderWay)).toEqual(['UPLOADED', 'CHECKING', 'APPLYING'])
})
