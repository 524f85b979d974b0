namespace SocialSelling.Messaging.Data.Inbox;

/// <summary>The statements of the inbox writer, one set at a time.</summary>
/// <remarks>
/// Locks are taken in one order by everybody: new contacts, new conversations, conversations, messages, counts, and within each by key.
/// Two batches that share rows therefore wait for each other at most in one direction.
/// </remarks>
internal static class InboxSql
{
    /// <summary>For the rest of the transaction: look up the few rows of a batch by key, and plan for the tables as they are now.</summary>
    /// <remarks>A plan that was kept from when a table was small reads it whole for each batch once it has grown: 40 ms instead of 1 at 10,000 rows.</remarks>
    public const string PlanByKey = """
        SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)
        """;

    public const string FindConversations = """
        SELECT k.n::int - 1, c.id
        FROM unnest($1::uuid[], $2::uuid[], $3::text[]) WITH ORDINALITY AS k(workspace_id, account_id, platform_id, n)
        CROSS JOIN LATERAL (
            SELECT id FROM contacts WHERE workspace_id = k.workspace_id AND account_id = k.account_id AND platform_id = k.platform_id LIMIT 1) p
        CROSS JOIN LATERAL (SELECT id FROM conversations WHERE contact_id = p.id LIMIT 1) c
        """;

    public const string AddContacts = """
        INSERT INTO contacts (id, workspace_id, account_id, channel, platform_id, created_at)
        SELECT k.id, k.workspace_id, k.account_id, k.channel, k.platform_id, $6
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[]) AS k(workspace_id, account_id, platform_id, id, channel)
        ORDER BY k.workspace_id, k.account_id, k.platform_id
        ON CONFLICT (workspace_id, account_id, platform_id) DO NOTHING
        """;

    public const string AddConversations = """
        INSERT INTO conversations
            (id, workspace_id, account_id, contact_id, channel, status, unread_count, last_message_at, created_at, updated_at)
        SELECT k.id, k.workspace_id, k.account_id, p.id, p.channel, 'open', 0, k.sent_at, $6, $6
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[]) AS k(workspace_id, account_id, platform_id, id, sent_at)
        JOIN contacts p ON p.workspace_id = k.workspace_id AND p.account_id = k.account_id AND p.platform_id = k.platform_id
        ORDER BY p.id
        ON CONFLICT (contact_id) DO NOTHING
        RETURNING id, workspace_id, account_id
        """;

    public const string LockConversations = "SELECT 1 FROM conversations WHERE id = ANY($1) ORDER BY id FOR UPDATE";

    /// <summary>Inserts messages; preview, window and counters follow from the rows that were really new.</summary>
    public const string AddMessages = """
        WITH stored AS (
            INSERT INTO messages
                (id, conversation_id, workspace_id, account_id, channel, platform_message_id, text, sent_at, direction, source, state, is_read, created_at)
            SELECT m.*, $9, $10, $11, NOT $12, $13
            FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[]) AS m
            ON CONFLICT (channel, account_id, platform_message_id) WHERE platform_message_id IS NOT NULL DO NOTHING
            RETURNING id, conversation_id, sent_at, text
        ), latest AS (
            SELECT DISTINCT ON (conversation_id)
                conversation_id, id, sent_at, left(text, 160) AS preview, array_agg(id) OVER (PARTITION BY conversation_id) AS ids
            FROM stored
            ORDER BY conversation_id, sent_at DESC, id DESC
        ), plan AS (
            SELECT l.*, cardinality(l.ids) AS messages, c.last_message_id IS NULL OR (l.sent_at, l.id) > (c.last_message_at, c.last_message_id) AS is_last
            FROM latest l
            CROSS JOIN LATERAL (SELECT last_message_at, last_message_id FROM conversations WHERE id = l.conversation_id LIMIT 1) c
        ), changed AS (
            UPDATE conversations c SET
                unread_count = CASE WHEN $12 THEN c.unread_count + p.messages ELSE c.unread_count END,
                last_message_id = CASE WHEN p.is_last THEN p.id ELSE c.last_message_id END,
                last_message_at = CASE WHEN p.is_last THEN p.sent_at ELSE c.last_message_at END,
                last_message_preview = CASE WHEN p.is_last THEN p.preview ELSE c.last_message_preview END,
                last_message_direction = CASE WHEN p.is_last THEN $9 ELSE c.last_message_direction END,
                window_expires_at = CASE WHEN $12 THEN greatest(c.window_expires_at, p.sent_at + $14) ELSE c.window_expires_at END,
                updated_at = $13
            FROM plan p
            WHERE c.id = p.conversation_id
            RETURNING
                p.ids, c.workspace_id, c.account_id, c.status, c.unread_count, c.last_message_at, $12 AND c.unread_count = p.messages AS is_newly_unread
        ), counted AS (
            INSERT INTO conversation_counts AS t (workspace_id, account_id, status, total, unread)
            SELECT d.workspace_id, d.account_id, d.status, sum(d.total), sum(d.unread)
            FROM (
                SELECT workspace_id, account_id, status, 0 AS total, 1 AS unread FROM changed WHERE is_newly_unread
                UNION ALL
                SELECT workspace_id, account_id, 'open', 1, 0 FROM unnest($15::uuid[], $16::uuid[]) AS opened(workspace_id, account_id)
            ) d
            GROUP BY d.workspace_id, d.account_id, d.status
            ORDER BY d.workspace_id, d.account_id, d.status
            ON CONFLICT (workspace_id, account_id, status) DO UPDATE SET total = t.total + excluded.total, unread = t.unread + excluded.unread
        )
        SELECT unread_count, last_message_at, ids FROM changed
        """;
}
