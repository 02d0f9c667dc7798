-- Terms of retention for portals that had none yet; each provider may set its own.
UPDATE providers SET profile = profile || '{"retention": {"closedCases": 730, "visits": 730, "formerClients": 365, "formerAccounts": 90, "removedContacts": 90, "deliveries": 90, "accountEvents": 365, "sessions": 90, "auditYears": 5}}'
WHERE NOT profile ? 'retention';
