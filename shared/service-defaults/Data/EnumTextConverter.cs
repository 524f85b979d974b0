using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialSelling.ServiceDefaults.Data;

internal sealed class EnumTextConverter<TEnum>() : ValueConverter<TEnum, string>(value => ToText(value), text => FromText(text))
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Texts =
        Enum.GetValues<TEnum>().Distinct().ToFrozenDictionary(value => value, value => SnakeCase.Of(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values = Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    private static string ToText(TEnum value) => Texts[value];

    private static TEnum FromText(string text) => Values[text];
}
