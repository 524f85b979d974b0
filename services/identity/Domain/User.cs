using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Identity.Domain;

internal sealed class User
{
    public const int MaxEmailLength = 254;
    public const int MaxNameLength = 255;
    public const int MaxUsernameLength = 30;
    public const int MaxFirstNameLength = 100;
    public const int MaxBioLength = 500;
    public const int MaxPhoneLength = 16;
    public const int MaxAvatarKeyLength = 512;
    public const string DefaultLanguage = "en";
    public const string DefaultTimeZone = "UTC";

    private User(Guid id, string email, string name, string language, string timezone)
    {
        Id = id;
        Email = email;
        EmailKey = KeyOf(email);
        Name = name;
        Language = language;
        Timezone = timezone;
    }

    public Guid Id { get; private set; }

    public string Email { get; private set; }

    /// <summary>The address without case: what uniqueness and look-ups go by.</summary>
    public string EmailKey { get; private set; }

    public string PasswordHash { get; private set; } = "";

    public string Name { get; private set; }

    /// <summary>The name others find the user by, in lower case; null until one is chosen.</summary>
    public string? Username { get; private set; }

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public string? Bio { get; private set; }

    /// <summary>In the form of E.164, such as <c>+351912345678</c>.</summary>
    public string? Phone { get; private set; }

    /// <summary>Where the picture lies in the object store.</summary>
    public string? AvatarKey { get; private set; }

    public string Language { get; private set; }

    public string Timezone { get; private set; }

    public SubscriptionTier SubscriptionTier { get; private set; } = SubscriptionTier.Free;

    /// <summary>A JSON object that belongs to the clients; this service never looks inside.</summary>
    public string Preferences { get; private set; } = "{}";

    public bool EmailVerified { get; private set; }

    public bool MfaEnabled { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Since when an administrator of the platform has shut the user out.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Runs the installation; gives no access to anybody's workspace.</summary>
    public bool IsPlatformAdmin { get; private set; }

    public static User Register(string email, string name, string? language, string? timezone, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), email, name, language ?? DefaultLanguage, timezone ?? DefaultTimeZone)
        {
            CreatedAt = now,
            UpdatedAt = now,
        };

    public static string KeyOf(string email) => email.ToLowerInvariant();

    public void VerifyEmail(DateTimeOffset now)
    {
        EmailVerified = true;
        UpdatedAt = now;
    }

    /// <summary>To an address that was confirmed.</summary>
    public void ChangeEmail(string email, DateTimeOffset now)
    {
        Email = email;
        EmailKey = KeyOf(email);
        VerifyEmail(now);
    }

    public void SetPasswordHash(string hash, DateTimeOffset now)
    {
        PasswordHash = hash;
        UpdatedAt = now;
    }

    public void SetTier(SubscriptionTier tier, DateTimeOffset now)
    {
        SubscriptionTier = tier;
        UpdatedAt = now;
    }

    public void SetDisabled(bool disabled, DateTimeOffset now)
    {
        DisabledAt = disabled ? DisabledAt ?? now : null;
        UpdatedAt = now;
    }

    public void SetPlatformAdmin(bool admin, DateTimeOffset now)
    {
        IsPlatformAdmin = admin;
        UpdatedAt = now;
    }

    public void SetMfa(bool enabled, DateTimeOffset now)
    {
        MfaEnabled = enabled;
        UpdatedAt = now;
    }

    /// <summary>Another one after each change of the password: what was granted by an earlier password is seen to be so.</summary>
    public byte[] PasswordMark() => SHA256.HashData(Encoding.UTF8.GetBytes(PasswordHash));

    public PersonalData Personal => new(Name, Username, FirstName, LastName, Bio, Phone, Language, Timezone);

    public void SetPersonal(PersonalData data, DateTimeOffset now)
    {
        (Name, Username, FirstName, LastName, Bio, Phone, Language, Timezone) = data;
        UpdatedAt = now;
    }

    public void Delete(DateTimeOffset now)
    {
        DeletedAt = now;
        UpdatedAt = now;
    }

    public void Restore(DateTimeOffset now)
    {
        DeletedAt = null;
        UpdatedAt = now;
    }

    public void SetAvatar(string? key, DateTimeOffset now)
    {
        AvatarKey = key;
        UpdatedAt = now;
    }
}
