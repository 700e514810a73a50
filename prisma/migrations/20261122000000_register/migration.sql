-- The register and its catalogue: versions, adjustment, entry and upkeep, fee schedules, alerts, bulk import, saved searches.
-- Documents of the search are numbered with every write, so that an external engine can be told from which it is behind.
CREATE SEQUENCE "search_document_version";

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('CATALOGUE', 'INTERMEDIARIES', 'OFFERINGS', 'CALENDAR');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('UPLOADED', 'CHECKING', 'CHECKED', 'FAULTY', 'APPLYING', 'APPLIED', 'FAILED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "CatalogueChangeKind" AS ENUM ('ADD', 'AMEND', 'CANCEL', 'RESTORE');

-- CreateEnum
CREATE TYPE "CatalogueChangeRoute" AS ENUM ('ORGANISATIONAL', 'CHANGE_OF_LAW');

-- CreateEnum
CREATE TYPE "CatalogueChangeState" AS ENUM ('APPLIED', 'REFERRED', 'EXAMINED', 'DELIBERATED', 'PUBLISHED', 'FILED', 'RETURNED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "CatalogueChangeStepKind" AS ENUM ('APPLICATION', 'REFERRAL', 'EXAMINATION', 'DELIBERATION', 'PUBLICATION', 'FILING', 'RETURN', 'REJECTION', 'WITHDRAWAL');

-- CreateEnum
CREATE TYPE "AffiliationKind" AS ENUM ('OWNER', 'CONTROLLING', 'SUBORDINATE_UNIT', 'SUPERVISED_ASSOCIATION', 'ASSOCIATION_FIRM');

-- CreateEnum
CREATE TYPE "EntryState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLICITY', 'LISTED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "EntryObjectionState" AS ENUM ('OPEN', 'UPHELD', 'DISMISSED');

-- CreateEnum
CREATE TYPE "RegisterChangeKind" AS ENUM ('PROFILE', 'QUALIFICATIONS', 'PRACTITIONERS', 'AFFILIATIONS', 'EXIT');

-- CreateEnum
CREATE TYPE "RegisterChangeState" AS ENUM ('SUBMITTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'WAITING');

-- CreateEnum
CREATE TYPE "AlertLevel" AS ENUM ('YELLOW', 'RED');

-- CreateEnum
CREATE TYPE "AlertState" AS ENUM ('OPEN', 'HANDLED');

-- AlterEnum
ALTER TYPE "IntermediaryStatus" ADD VALUE 'EXITING';

-- AlterTable
ALTER TABLE "Engagement" ADD COLUMN     "chargedFeeFen" INTEGER,
ADD COLUMN     "size" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "agencyKindZh" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Qualification" ADD COLUMN     "registeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "SearchDocument" ADD COLUMN     "indexedVersion" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "version" BIGINT NOT NULL DEFAULT nextval('search_document_version'::regclass);

-- AlterTable
ALTER TABLE "ServiceItem" ADD COLUMN     "feeCeiling" JSONB,
ADD COLUMN     "feeUnit" TEXT,
ADD COLUMN     "referenceSize" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "timeLimitWorkingDays" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ServiceOffering" ADD COLUMN     "feeSchedule" JSONB;

-- AlterTable
ALTER TABLE "Subject" ADD COLUMN     "usccOverriddenById" UUID,
ADD COLUMN     "usccOverrideReason" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "disabledAt" TIMESTAMPTZ(3),
ADD COLUMN     "oneTimePasswordUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "state" "ImportState" NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "content" BYTEA,
    "rowsTotal" INTEGER,
    "rowsDone" INTEGER NOT NULL DEFAULT 0,
    "summary" JSONB,
    "faults" JSONB NOT NULL DEFAULT '[]',
    "faultCount" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogueEdition" (
    "number" INTEGER NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "documentNo" TEXT,
    "effectiveOn" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CatalogueEdition_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ServiceItemVersion" (
    "id" UUID NOT NULL,
    "serviceItemCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "editionNumber" INTEGER NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "changeId" UUID,
    "inForceAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceItemVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogueChange" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "CatalogueChangeKind" NOT NULL,
    "route" "CatalogueChangeRoute" NOT NULL,
    "serviceItemCode" TEXT,
    "itemCode" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "baseVersion" INTEGER,
    "reasons" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "cancellingDocument" TEXT,
    "effectiveOn" DATE,
    "state" "CatalogueChangeState" NOT NULL,
    "applyingAgencyId" UUID NOT NULL,
    "officeId" UUID,
    "ruleSetVersion" TEXT NOT NULL,
    "editionNumber" INTEGER,
    "impact" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CatalogueChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogueChangeStep" (
    "id" UUID NOT NULL,
    "changeId" UUID NOT NULL,
    "kind" "CatalogueChangeStepKind" NOT NULL,
    "onDay" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "actorName" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "opinion" TEXT NOT NULL,
    "documentNo" TEXT,
    "attachmentId" UUID,

    CONSTRAINT "CatalogueChangeStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QualificationReminder" (
    "qualificationId" UUID NOT NULL,
    "validUntilOn" DATE NOT NULL,
    "daysAhead" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QualificationReminder_pkey" PRIMARY KEY ("qualificationId","validUntilOn","daysAhead")
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" UUID NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "kind" "AffiliationKind" NOT NULL,
    "partyName" TEXT NOT NULL,
    "partyUscc" TEXT,
    "agencyId" UUID,
    "sharePercent" DOUBLE PRECISION,
    "note" TEXT NOT NULL DEFAULT '',
    "fromOn" DATE NOT NULL,
    "untilOn" DATE,
    "isDeclared" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfferingVersion" (
    "offeringId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "feeSchedule" JSONB NOT NULL,
    "feeFen" INTEGER NOT NULL,
    "promisedWorkingDays" INTEGER NOT NULL,
    "divisionCodes" TEXT[],
    "isWithdrawn" BOOLEAN NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OfferingVersion_pkey" PRIMARY KEY ("offeringId","version")
);

-- CreateTable
CREATE TABLE "EntryApplication" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "applicantUserId" UUID NOT NULL,
    "state" "EntryState" NOT NULL DEFAULT 'DRAFT',
    "draft" JSONB NOT NULL DEFAULT '{}',
    "name" TEXT NOT NULL DEFAULT '',
    "uscc" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "checkDueOn" DATE,
    "checkedById" UUID,
    "checkedAt" TIMESTAMPTZ(3),
    "checkReasons" TEXT,
    "usccOverrideReason" TEXT,
    "usccOverrideById" UUID,
    "publicityFromOn" DATE,
    "publicityUntilOn" DATE,
    "closedAt" TIMESTAMPTZ(3),
    "intermediaryId" UUID,
    "ruleSetVersion" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "EntryApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryObjection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "applicationId" UUID NOT NULL,
    "objectorName" TEXT NOT NULL,
    "contactCipher" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "state" "EntryObjectionState" NOT NULL DEFAULT 'OPEN',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "EntryObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterChange" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "kind" "RegisterChangeKind" NOT NULL,
    "state" "RegisterChangeState" NOT NULL,
    "wanted" JSONB NOT NULL,
    "before" JSONB,
    "reasons" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedById" UUID NOT NULL,
    "checkDueOn" DATE NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "checkedById" UUID,
    "checkReasons" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RegisterChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchOrderDay" (
    "day" DATE NOT NULL,
    "multiplier" INTEGER NOT NULL,
    "shift" INTEGER NOT NULL,
    "lastPlace" INTEGER NOT NULL,
    "isReady" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SearchOrderDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "SearchPlace" (
    "day" DATE NOT NULL,
    "place" INTEGER NOT NULL,
    "intermediaryId" UUID NOT NULL,

    CONSTRAINT "SearchPlace_pkey" PRIMARY KEY ("day","place","intermediaryId")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" "AlertLevel" NOT NULL,
    "state" "AlertState" NOT NULL DEFAULT 'OPEN',
    "organisationId" UUID,
    "subjectId" UUID,
    "serviceItemCode" TEXT,
    "facts" JSONB NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "sourceType" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "handledById" UUID,
    "handlingNote" TEXT,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemandReport" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "agencyId" UUID NOT NULL,
    "approvalItemCode" TEXT,
    "serviceItemCode" TEXT,
    "demanded" TEXT NOT NULL,
    "reporterId" UUID,
    "reporterSubjectId" UUID,
    "demandedOn" DATE NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DemandReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportRun_number_key" ON "ImportRun"("number");

-- CreateIndex
CREATE INDEX "ImportRun_createdById_createdAt_idx" ON "ImportRun"("createdById", "createdAt");

-- CreateIndex
CREATE INDEX "ServiceItemVersion_serviceItemCode_effectiveOn_idx" ON "ServiceItemVersion"("serviceItemCode", "effectiveOn");

-- CreateIndex
CREATE INDEX "ServiceItemVersion_inForceAt_effectiveOn_idx" ON "ServiceItemVersion"("inForceAt", "effectiveOn");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceItemVersion_serviceItemCode_version_key" ON "ServiceItemVersion"("serviceItemCode", "version");

-- CreateIndex
CREATE UNIQUE INDEX "CatalogueChange_number_key" ON "CatalogueChange"("number");

-- CreateIndex
CREATE INDEX "CatalogueChange_state_idx" ON "CatalogueChange"("state");

-- CreateIndex
CREATE INDEX "CatalogueChangeStep_changeId_idx" ON "CatalogueChangeStep"("changeId");

-- CreateIndex
CREATE INDEX "Attachment_addedById_idx" ON "Attachment"("addedById");

-- CreateIndex
CREATE INDEX "Affiliation_intermediaryId_idx" ON "Affiliation"("intermediaryId");

-- CreateIndex
CREATE INDEX "Affiliation_partyUscc_idx" ON "Affiliation"("partyUscc");

-- CreateIndex
CREATE UNIQUE INDEX "EntryApplication_number_key" ON "EntryApplication"("number");

-- CreateIndex
CREATE INDEX "EntryApplication_state_publicityUntilOn_idx" ON "EntryApplication"("state", "publicityUntilOn");

-- CreateIndex
CREATE INDEX "EntryApplication_applicantUserId_idx" ON "EntryApplication"("applicantUserId");

-- CreateIndex
CREATE UNIQUE INDEX "EntryObjection_number_key" ON "EntryObjection"("number");

-- CreateIndex
CREATE INDEX "EntryObjection_applicationId_idx" ON "EntryObjection"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterChange_number_key" ON "RegisterChange"("number");

-- CreateIndex
CREATE INDEX "RegisterChange_state_idx" ON "RegisterChange"("state");

-- CreateIndex
CREATE INDEX "RegisterChange_intermediaryId_kind_idx" ON "RegisterChange"("intermediaryId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_userId_name_key" ON "SavedSearch"("userId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_number_key" ON "Alert"("number");

-- CreateIndex
CREATE INDEX "Alert_state_raisedAt_idx" ON "Alert"("state", "raisedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_kind_sourceType_sourceId_key" ON "Alert"("kind", "sourceType", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "DemandReport_number_key" ON "DemandReport"("number");

-- CreateIndex
CREATE INDEX "DemandReport_agencyId_idx" ON "DemandReport"("agencyId");

-- CreateIndex
CREATE INDEX "Qualification_validUntilOn_idx" ON "Qualification"("validUntilOn");

-- CreateIndex
CREATE INDEX "SearchDocument_minFeeFen_idx" ON "SearchDocument"("minFeeFen");

-- CreateIndex
CREATE INDEX "SearchDocument_minDays_idx" ON "SearchDocument"("minDays");

-- CreateIndex
CREATE INDEX "SearchDocument_nameKey_idx" ON "SearchDocument"("nameKey" text_pattern_ops);

-- CreateIndex
CREATE INDEX "ServiceOffering_serviceItemCode_feeFen_idx" ON "ServiceOffering"("serviceItemCode", "feeFen");

-- CreateIndex
CREATE INDEX "ServiceOffering_serviceItemCode_promisedWorkingDays_idx" ON "ServiceOffering"("serviceItemCode", "promisedWorkingDays");

-- AddForeignKey
ALTER TABLE "ServiceItemVersion" ADD CONSTRAINT "ServiceItemVersion_editionNumber_fkey" FOREIGN KEY ("editionNumber") REFERENCES "CatalogueEdition"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceItemVersion" ADD CONSTRAINT "ServiceItemVersion_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "CatalogueChange"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChange" ADD CONSTRAINT "CatalogueChange_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChange" ADD CONSTRAINT "CatalogueChange_applyingAgencyId_fkey" FOREIGN KEY ("applyingAgencyId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChange" ADD CONSTRAINT "CatalogueChange_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChange" ADD CONSTRAINT "CatalogueChange_editionNumber_fkey" FOREIGN KEY ("editionNumber") REFERENCES "CatalogueEdition"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChangeStep" ADD CONSTRAINT "CatalogueChangeStep_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "CatalogueChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChangeStep" ADD CONSTRAINT "CatalogueChangeStep_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueChangeStep" ADD CONSTRAINT "CatalogueChangeStep_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QualificationReminder" ADD CONSTRAINT "QualificationReminder_qualificationId_fkey" FOREIGN KEY ("qualificationId") REFERENCES "Qualification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfferingVersion" ADD CONSTRAINT "OfferingVersion_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES "ServiceOffering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryApplication" ADD CONSTRAINT "EntryApplication_applicantUserId_fkey" FOREIGN KEY ("applicantUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryObjection" ADD CONSTRAINT "EntryObjection_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "EntryApplication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterChange" ADD CONSTRAINT "RegisterChange_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DemandReport" ADD CONSTRAINT "DemandReport_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DemandReport" ADD CONSTRAINT "DemandReport_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE SET NULL ON UPDATE CASCADE;



-- What stands is a fixed fee, in force from now on as far as anyone can tell.
UPDATE "ServiceOffering" SET "feeSchedule" = jsonb_build_object('kind', 'FIXED', 'feeFen', "feeFen");
ALTER TABLE "ServiceOffering" ALTER COLUMN "feeSchedule" SET NOT NULL;
INSERT INTO "OfferingVersion" ("offeringId", "version", "feeSchedule", "feeFen", "promisedWorkingDays", "divisionCodes", "isWithdrawn", "fromAt")
SELECT "id", "version", "feeSchedule", "feeFen", "promisedWorkingDays", "divisionCodes", "isWithdrawn", "updatedAt" FROM "ServiceOffering";

ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_period_check" CHECK ("untilOn" IS NULL OR "untilOn" >= "fromOn");
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_share_check" CHECK ("sharePercent" IS NULL OR ("sharePercent" > 0 AND "sharePercent" <= 100));
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_period_check" CHECK ("validUntilOn" IS NULL OR "validUntilOn" >= "validFromOn");
ALTER TABLE "CatalogueChange" ADD CONSTRAINT "CatalogueChange_cancellation_check" CHECK ("kind" <> 'CANCEL' OR "cancellingDocument" IS NOT NULL);
ALTER TABLE "EntryApplication" ADD CONSTRAINT "EntryApplication_publicity_check" CHECK ("publicityUntilOn" IS NULL OR "publicityUntilOn" >= "publicityFromOn");
-- One running application per code, one running change per firm and kind.
CREATE UNIQUE INDEX "EntryApplication_running_key" ON "EntryApplication" ("uscc") WHERE "state" IN ('SUBMITTED', 'PUBLICITY');
CREATE UNIQUE INDEX "RegisterChange_running_key" ON "RegisterChange" ("intermediaryId", "kind") WHERE "state" IN ('SUBMITTED', 'WAITING');
CREATE INDEX "SearchDocument_pending_idx" ON "SearchDocument" ("version") WHERE "version" > "indexedVersion";
-- A step of an adjustment and a past fee are never rewritten.
CREATE FUNCTION "history_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "CatalogueChangeStep_append_only" BEFORE UPDATE OR DELETE ON "CatalogueChangeStep" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();
CREATE TRIGGER "OfferingVersion_append_only" BEFORE UPDATE OR DELETE ON "OfferingVersion" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();
-- One adjustment at a time per item: two at once would each be written against a version that the other replaces.
CREATE UNIQUE INDEX "CatalogueChange_running_key" ON "CatalogueChange" ("itemCode") WHERE "state" IN ('APPLIED', 'REFERRED', 'EXAMINED', 'DELIBERATED', 'RETURNED');
