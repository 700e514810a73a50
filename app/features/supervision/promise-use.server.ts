import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const PromiseUseDocument = graphql(`
  query PromiseUse($actor: PromiseActor!) {
    promiseUse(actor: $actor) {
      windowDays
      clause
      ruleZh
      ruleEn
      uses {
        name
        organisationName
        cases
        promises
        broken
        peerCases
        peerPromises
        peerBroken
        signs
      }
    }
  }
`)
export type PromiseUseRow = ResultOf<typeof PromiseUseDocument>['promiseUse']['uses'][number]
