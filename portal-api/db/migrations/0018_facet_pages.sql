DROP INDEX "cases_facets";--> statement-breakpoint
CREATE INDEX "cases_facet_due" ON "cases" USING btree ("provider","queue","due_at","id","facets") WHERE status = 'open' and facets <> '{}';--> statement-breakpoint
CREATE INDEX "cases_facet_opened" ON "cases" USING btree ("provider","queue","opened_at","id","facets") WHERE status = 'open' and facets <> '{}';--> statement-breakpoint
CREATE INDEX "cases_facet_name" ON "cases" USING btree ("provider","queue","sort_name","id","facets") WHERE status = 'open' and facets <> '{}';