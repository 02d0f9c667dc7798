-- Search in names (pg_trgm) and the exclusion constraint against double booking (btree_gist).
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
