using System.Text.Json.Serialization;
using SocialSelling.Messaging.Features.Contacts;
using SocialSelling.Messaging.Features.Conversations;
using SocialSelling.Messaging.Features.Messages;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Messaging.Features;

/// <summary>Serializers made at build time for what is answered often.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PagedResponse<ConversationResponse>))]
[JsonSerializable(typeof(CursorResponse<ConversationResponse>))]
[JsonSerializable(typeof(CursorResponse<MessageResponse>))]
[JsonSerializable(typeof(PagedResponse<ContactResponse>))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(MarkReadRequest))]
internal sealed partial class MessagingJson : JsonSerializerContext;
