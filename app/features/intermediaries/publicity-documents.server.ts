import { graphql } from '#app/graphql.ts'

export const PublicityListDocument = graphql(`
  query EntriesInPublicity($receipt: String!, $hasReceipt: Boolean!) {
    entriesInPublicity {
      number
      name
      uscc
      publicityFromOn
      publicityUntilOn
      division {
        nameZh
        nameEn
      }
    }
    entryObjectionReceipt(number: $receipt) @include(if: $hasReceipt) {
      number
      institution
      answerDueOn
      state
      answer
    }
  }
`)

export const PublicityDocument = graphql(`
  query EntryInPublicity($number: String!) {
    entryInPublicity(number: $number) {
      number
      name
      uscc
      isUsccOverridden
      publicityFromOn
      publicityUntilOn
      isOpenForObjections
      legalForm
      address
      maskedLegalRepresentative
      division {
        nameZh
        nameEn
      }
      qualifications {
        name
        grade
        certificateNo
        issuer
        validUntilOn
      }
      practitioners {
        maskedName
        title
      }
      affiliations {
        kind
        partyName
      }
      offerings {
        serviceItem {
          code
          nameZh
          nameEn
        }
        divisions {
          nameZh
          nameEn
        }
        feeSchedule
        feeNote
        promisedWorkingDays
      }
    }
  }
`)
