using SocialSelling.Identity.Features.Mail;

namespace SocialSelling.Identity.Tests;

public sealed class MailTemplateTests
{
    private static readonly MailTemplates Templates = new();
    private static readonly DateTimeOffset Asked = new(2026, 11, 20, 12, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Templates_OfEachLanguage_AreTheSameAndNeedTheSameValues()
    {
        var names = Templates.NamesOf("en").Order(StringComparer.Ordinal).ToList();

        Assert.Equal(["en", "pt"], Templates.Languages.Order(StringComparer.Ordinal));
        Assert.Equal(14, names.Count);
        Assert.Equal(names, Templates.NamesOf("pt").Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal(Templates.Find("en", name)!.Placeholders, Templates.Find("pt", name)!.Placeholders));
    }

    [Theory]
    [InlineData("en", "Choose a new password")]
    [InlineData("pt", "Escolha uma nova palavra-passe")]
    [InlineData("xx", "Choose a new password")]
    public void Render_Language_OrEnglish(string language, string subject) =>
        Assert.Equal(subject, Render("reset-password", language).Subject);

    [Fact]
    public void Render_MissingValue_LeavesItsParagraphOut()
    {
        var text = Render("new-login", "en", ("address", "203.0.113.7"));

        Assert.Contains("Network address: 203.0.113.7", text.Plain, StringComparison.Ordinal);
        Assert.Contains("20 November 2026, 12:30 (UTC)", text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("Device", text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Markup_IsTextInHtml()
    {
        var text = Render("account-deleted", "en", ("name", "<script>\"'&"));

        Assert.DoesNotContain("<script>", text.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;&quot;&#x27;&amp;", text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LineBreakInSubject_IsABlank() =>
        Assert.Equal("You are invited to A Bcc: b", Render("invitation", "en", ("workspace", "A\r\nBcc: b"), ("inviter", "Ann")).Subject);

    [Theory]
    [InlineData("Win at evil.example/now")]
    [InlineData("https://evil.example")]
    [InlineData("write to me@evil.example")]
    public void Render_LinkInName_IsNoLinkAnyMore(string name)
    {
        var text = Render("account-deleted", "en", ("name", name));

        Assert.DoesNotContain("evil.example", text.Plain + text.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("://evil", text.Plain + text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_PlaceholderInName_StaysWhatItIs() =>
        Assert.Contains("Hello {link},", Render("account-deleted", "en", ("name", "{link}"), ("link", "https://suite.test/")).Plain, StringComparison.Ordinal);

    [Fact]
    public void Render_LinkThatIsNone_GivesNoButton() =>
        Assert.DoesNotContain("javascript", Render("reset-password", "en", ("link", "javascript:alert(1)")).Html, StringComparison.Ordinal);

    private static MailText Render(string template, string language, params (string Name, string Value)[] values) =>
        Templates.Render(template, language, values.ToDictionary(value => value.Name, value => value.Value), Asked)!;
}
