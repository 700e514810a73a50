import { objectionConsequences } from '#domain/selection/objection.ts'
import { signUpStates } from '#domain/selection/ranking.ts'
import { selectionEventKinds } from '#domain/selection/selection-event.ts'
import { fundSources, selectionModes, selectionStates } from '#domain/selection/selection.ts'
import { builder } from '../builder.ts'

export const SelectionMode = builder.enumType('SelectionMode', { values: selectionModes })
export const SelectionState = builder.enumType('SelectionState', { values: selectionStates })
export const FundSource = builder.enumType('FundSource', { values: fundSources })
export const SelectionEventKind = builder.enumType('SelectionEventKind', { values: selectionEventKinds })
export const SignUpState = builder.enumType('SignUpState', { values: signUpStates })
export const ObjectionConsequence = builder.enumType('SelectionObjectionConsequence', { values: objectionConsequences })
