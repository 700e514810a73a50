import { FeeScheduleFields, FeeSpreadFields, OfferingHistoryFields } from '#app/features/catalogue/fee-fragments.server.ts'
import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const MyOfferingsDocument = graphql(
  `
    query MyOfferings {
      myOfferings {
        serviceItem {
          code
          nameZh
          nameEn
          feeUnit
          referenceSize
        }
        feeSchedule {
          ...FeeScheduleFields
        }
        feeFen
        promisedWorkingDays
        isWithdrawn
        position {
          cheaper
          equal
          dearer
        }
        refusal {
          code
          facts
        }
      }
    }
  `,
  [FeeScheduleFields],
)

/** Everything the form of one offering needs; the catalogue entry also where it isn't offered yet. */
export const MyOfferingDocument = graphql(
  `
    query MyOffering($code: String!) {
      myOffering(serviceItemCode: $code) {
        feeSchedule {
          ...FeeScheduleFields
        }
        feeFen
        feeNote
        promisedWorkingDays
        divisionCodes
        isWithdrawn
        version
        history {
          ...OfferingHistoryFields
        }
        position {
          cheaper
          equal
          dearer
        }
      }
      serviceItem(code: $code) {
        code
        nameZh
        nameEn
        status
        feeBasis
        feeUnit
        referenceSize
        feeCeiling {
          ...FeeScheduleFields
        }
        feeSpread {
          ...FeeSpreadFields
        }
      }
      divisions {
        code
        nameZh
        nameEn
      }
    }
  `,
  [FeeScheduleFields, FeeSpreadFields, OfferingHistoryFields],
)

export const OfferableItemsDocument = graphql(`
  query OfferableItems {
    serviceItems(status: RETAINED) {
      code
      nameZh
      nameEn
    }
    myOfferings {
      serviceItem {
        code
      }
    }
  }
`)

export const OfferServiceDocument = graphql(
  `
    mutation OfferService($input: OfferServiceInput!) {
      result: offerService(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ChangeOfferingDocument = graphql(
  `
    mutation ChangeOffering($input: ChangeOfferingInput!) {
      result: changeOffering(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const WithdrawOfferingDocument = graphql(
  `
    mutation WithdrawOffering($input: WithdrawOfferingInput!) {
      result: withdrawOffering(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ResumeOfferingDocument = graphql(
  `
    mutation ResumeOffering($input: ResumeOfferingInput!) {
      result: resumeOffering(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
